/**
 * What is said to any shop: a recogniser of general speech takes it for rarer or commoner words that sound alike. The longer a
 * phrase, the more its words say that the others will follow.
 */
export const shopWords: readonly string[] = `
where is my order
where is my
where is order
where are my
order number
my order
all my orders
when will it arrive
when will my
still has not arrived
hasn't arrived
has been delayed
been delayed
out for delivery
what is the status of
track my order
track order
tracking number
the parcel
delivered
cancel my order
cancel order
cancel the
please cancel
cancel it
I want to cancel
I want to return
I would like to return
send it back
send back
my refund
where is my refund
refund for the
the refund for
been paid
my money back
the invoice for
an invoice for
send me the invoice
a receipt
the delivery address
change the delivery address
change the address
to my office
to my home
express delivery
delivery options
how much is
faster
sooner
today
tomorrow
is broken
arrived broken
a broken
is damaged
is missing
is scratched
a screw
the screws
the assembly guide
start the assembly guide
the instructions
put together
in stock
do you sell
how wide is the
how tall is the
how big is the
how heavy is the
the warranty
exchange it
talk to a person
speak to a person
talk to a human
a human
an agent
thank you
please
`
  .trim()
  .split('\n');
