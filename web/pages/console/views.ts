import type { RouteRecordRaw } from 'vue-router';

/** The views of the console; each is a bundle of its own. */
export const VIEWS: RouteRecordRaw[] = [
  { path: '/', redirect: { name: 'today' } },
  { path: '/sign-in', name: 'sign-in', component: () => import('./views/sign-in.vue') },
  { path: '/today', name: 'today', component: () => import('./views/today.vue') },
  { path: '/demands', name: 'demands', component: () => import('./views/demands.vue') },
  { path: '/demands/:id', name: 'demand', component: () => import('./views/demand.vue'), props: true },
  { path: '/place', name: 'place', component: () => import('./views/place.vue') },
  { path: '/assessment', name: 'assessment', component: () => import('./views/assessment.vue') },
  { path: '/hotspots', name: 'hotspots', component: () => import('./views/hotspots.vue') },
  { path: '/side', name: 'side', component: () => import('./views/side.vue') },
  { path: '/call-backs', name: 'call-backs', component: () => import('./views/call-backs.vue') },
  { path: '/sources', name: 'sources', component: () => import('./views/sources.vue') },
  { path: '/setup', name: 'setup', component: () => import('./views/setup.vue') },
  { path: '/:rest(.*)*', redirect: { name: 'today' } },
];
