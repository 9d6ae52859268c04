export { CustomerCall, type CustomerCallProps } from './CustomerCall.tsx';
