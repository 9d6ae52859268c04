export { demoShopper } from './people.ts';
export { type DemoOptions, prepareDemoShop } from './prepare.ts';
export { demoProducts } from './products.ts';
export { type DemoRoutesOptions, demoRoutes } from './routes.ts';
