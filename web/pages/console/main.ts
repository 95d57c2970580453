import { createApp } from 'vue';
import { createRouter, createWebHistory } from 'vue-router';
import 'element-plus/dist/index.css';
import 'element-plus/theme-chalk/dark/css-vars.css';
import './console.css';
import ConsolePage from './console-page.vue';
import { CONSOLE, createConsole } from './console.ts';
import { VIEWS } from './views.ts';

const router = createRouter({ history: createWebHistory('/console/'), routes: VIEWS });
const console = createConsole(window, () => {
  const at = router.currentRoute.value;
  if (at.name !== 'sign-in') void router.push({ name: 'sign-in', query: { to: at.fullPath } });
});

router.beforeEach(async (to) => {
  if (to.name === 'sign-in' || console.me.value !== undefined || (await console.begin()) !== undefined) return true;
  return { name: 'sign-in', query: { to: to.fullPath } };
});

const dark = window.matchMedia('(prefers-color-scheme: dark)');
const paint = (): void => void document.documentElement.classList.toggle('dark', dark.matches);
dark.addEventListener('change', paint);
paint();

createApp(ConsolePage).provide(CONSOLE, console).use(router).mount('#page');
