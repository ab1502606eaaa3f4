export type IntakeCode =
  | 'empty-file'
  | 'unsupported-type'
  | 'damaged-file'
  | 'unsafe-file'
  | 'too-many-pixels'
  | 'encrypted-file'
  | 'too-many-pages'
  | 'too-many-bytes'
  | 'no-such-page'
  | 'file-not-found'
  | 'reader-timeout'
  | 'reader-memory'
  | 'reader-crashed'

/** Why a file cannot be read: stable codes, each with a sentence that says what is wrong and how to mend it. */
const MESSAGES: Record<IntakeCode, string> = {
  'empty-file': '文件是空的（0 字节）。请重新拍照或重新导出后上传。',
  'unsupported-type': '不支持这种文件。请上传 JPG、PNG、WebP、HEIC 照片，TIFF 扫描件，或 PDF、OFD、Word（.docx）文件。',
  'damaged-file': '文件已损坏或不完整，无法打开。请重新拍照，或从原处重新导出、重新传输后上传。',
  'unsafe-file': '为了安全没有打开这份文件。请另存为 PDF 后重新上传，或改为拍照上传。',
  'too-many-pixels': '图片尺寸过大，超过 1.2 亿像素。请缩小后重新上传，或直接用手机拍照上传。',
  'encrypted-file': '文件设有打开密码，无法读取。请上传一份不带密码的文件。',
  'too-many-pages': '文件页数过多。请拆分后分别上传。',
  'too-many-bytes': '文件过大。请压缩或拆分后重新上传。',
  'no-such-page': '文件没有这一页。',
  'file-not-found': '找不到文件。请检查路径是否正确。',
  'reader-timeout': '这份文件处理时间过长，已停止读取。请另存为普通 PDF，或改为拍照上传。',
  'reader-memory': '这份文件处理时占用内存过多，已停止读取。请缩小图片或另存为普通 PDF 后重新上传。',
  'reader-crashed': '读取这份文件时多次出错，已停止。请换一种格式（例如重新拍照）上传，或转人工处理。',
}

/** A file that cannot be read. The message is for the person who uploaded it: `before` opens it, `message` replaces it. */
export class IntakeError extends Error {
  readonly code: IntakeCode
  constructor(code: IntakeCode, { before = '', message = MESSAGES[code] }: { before?: string; message?: string } = {}) {
    super(before + message)
    this.code = code
  }
}
