import { createApp } from 'vue';
import MatterPage from './matter-page.vue';
import './matter.css';

createApp(MatterPage, { token: decodeURIComponent(window.location.pathname.split('/').at(-1) ?? '') }).mount('#page');
