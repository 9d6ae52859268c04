export { type StaffAdminRoutesOptions, staffAdminRoutes } from './admin-routes.ts';
export type { Staff, StaffAsking, StaffSignedIn } from './contract.ts';
export { type OwnCookie, ownCookie } from './cookie.ts';
export { createStaff, type OpenedStaff, type StaffOptions } from './create-staff.ts';
export { createOidc, type Oidc, type OidcSettings } from './oidc.ts';
export { type OidcRoutesOptions, oidcCallback, oidcRoutes } from './oidc-routes.ts';
export { type OwnPageRule, ownPageRule } from './own-page.ts';
export { isAtLeast, requireRole } from './roles.ts';
export { type StaffRoutesOptions, staffRoutes } from './routes.ts';
