import { createApp } from 'vue';
import { createLocale } from '../locales/locale.ts';
import { createSandbox, SANDBOX } from './sandbox.ts';
import SandboxPage from './sandbox-page.vue';
import './sandbox.css';

const locale = createLocale(window.localStorage, navigator.languages);

createApp(SandboxPage).provide(SANDBOX, createSandbox(window, locale)).mount('#page');
