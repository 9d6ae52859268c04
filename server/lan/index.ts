export { lanAddresses } from './addresses.ts';
export { type Certificate, localCertificate } from './certificate.ts';
