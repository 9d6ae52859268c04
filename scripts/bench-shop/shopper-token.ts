import { SignJWT } from 'jose';

/** A token as the shop's back end signs it for a customer, with the secret both know; good for two hours. */
export const signShopperToken = (customer: string, secret: string): Promise<string> =>
  new SignJWT({ scope: 'shopper' })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(customer)
    .setIssuer('shop')
    .setAudience('hexkey')
    .setIssuedAt()
    .setExpirationTime('2h')
    .sign(new TextEncoder().encode(secret));
