import './styles/tokens.css'
import './styles/base.css'
import { createApp } from 'vue'
import App from './App.vue'
import { applyDisplay } from './lib/use-display.ts'

applyDisplay()
createApp(App).mount('#app')
