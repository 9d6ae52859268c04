/** Days a bank takes to book a refund. */
export const refundDays = 5;
