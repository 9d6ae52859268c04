CREATE TABLE "delivery_options" (
	"id" text PRIMARY KEY NOT NULL,
	"price" integer NOT NULL,
	"currency" text NOT NULL,
	"min_days" integer NOT NULL,
	"max_days" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "products" (
	"slug" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"noun" text NOT NULL,
	"category" text NOT NULL,
	"description" text NOT NULL,
	"picture" text NOT NULL,
	"price" integer NOT NULL,
	"currency" text NOT NULL,
	"width" real NOT NULL,
	"depth" real NOT NULL,
	"height" real NOT NULL,
	"weight" real NOT NULL,
	"materials" jsonb NOT NULL,
	"colours" jsonb NOT NULL,
	"facts" jsonb NOT NULL,
	"in_stock" integer NOT NULL,
	"assembly_minutes" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "demo_orders" (
	"number" text PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE TABLE "demo_shop" (
	"id" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"today" date NOT NULL
);
--> statement-breakpoint
CREATE TABLE "handoffs" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "handoffs_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"key" text NOT NULL,
	"customer" text NOT NULL,
	"conversation" text NOT NULL,
	"order" text,
	"reason" text NOT NULL,
	"priority" integer NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"requested_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "handoffs_key_unique" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "tickets" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "tickets_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"key" text NOT NULL,
	"customer" text NOT NULL,
	"conversation" text NOT NULL,
	"order" text,
	"kind" text NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"summary" text NOT NULL,
	"facts" jsonb NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "tickets_key_unique" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "conversations" (
	"id" text PRIMARY KEY NOT NULL,
	"customer" text NOT NULL,
	"language" text NOT NULL,
	"state" jsonb NOT NULL,
	"version" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "turns" (
	"id" serial PRIMARY KEY NOT NULL,
	"conversation" text NOT NULL,
	"idempotency_key" text NOT NULL,
	"source" text NOT NULL,
	"text" text NOT NULL,
	"intent" text NOT NULL,
	"mood" text NOT NULL,
	"mood_intensity" real NOT NULL,
	"reply" jsonb NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "addresses" (
	"customer" text NOT NULL,
	"label" text NOT NULL,
	"position" integer NOT NULL,
	"recipient" text NOT NULL,
	"street" text NOT NULL,
	"city" text NOT NULL,
	"postcode" text NOT NULL,
	"country" text NOT NULL,
	CONSTRAINT "addresses_customer_label_pk" PRIMARY KEY("customer","label")
);
--> statement-breakpoint
CREATE TABLE "carrier_events" (
	"carrier" text NOT NULL,
	"id" text NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "carrier_events_carrier_id_pk" PRIMARY KEY("carrier","id")
);
--> statement-breakpoint
CREATE TABLE "customers" (
	"id" text PRIMARY KEY NOT NULL,
	"first_name" text NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "order_acts" (
	"key" text PRIMARY KEY NOT NULL,
	"order" text NOT NULL,
	"kind" text NOT NULL,
	"terms" jsonb NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "order_events" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "order_events_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"order" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"kind" text NOT NULL,
	"place" text,
	"note" text
);
--> statement-breakpoint
CREATE TABLE "order_lines" (
	"order" text NOT NULL,
	"position" integer NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"noun" text NOT NULL,
	"picture" text NOT NULL,
	"quantity" integer NOT NULL,
	"price" integer NOT NULL,
	CONSTRAINT "order_lines_order_position_pk" PRIMARY KEY("order","position")
);
--> statement-breakpoint
CREATE TABLE "orders" (
	"number" text PRIMARY KEY NOT NULL,
	"customer" text NOT NULL,
	"state" text NOT NULL,
	"placed_at" timestamp (3) with time zone NOT NULL,
	"delivered_at" timestamp (3) with time zone,
	"promised_on" date NOT NULL,
	"expected_on" date NOT NULL,
	"estimated_at" timestamp (3) with time zone,
	"shipping" text NOT NULL,
	"currency" text NOT NULL,
	"shipping_price" integer NOT NULL,
	"upgrade_price" integer DEFAULT 0 NOT NULL,
	"carrier" text,
	"tracking_number" text,
	"address" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "refunds" (
	"order" text PRIMARY KEY NOT NULL,
	"amount" integer NOT NULL,
	"state" text NOT NULL,
	"expected_on" date
);
--> statement-breakpoint
ALTER TABLE "turns" ADD CONSTRAINT "turns_conversation_conversations_id_fk" FOREIGN KEY ("conversation") REFERENCES "public"."conversations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "addresses" ADD CONSTRAINT "addresses_customer_customers_id_fk" FOREIGN KEY ("customer") REFERENCES "public"."customers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_acts" ADD CONSTRAINT "order_acts_order_orders_number_fk" FOREIGN KEY ("order") REFERENCES "public"."orders"("number") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_events" ADD CONSTRAINT "order_events_order_orders_number_fk" FOREIGN KEY ("order") REFERENCES "public"."orders"("number") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_lines" ADD CONSTRAINT "order_lines_order_orders_number_fk" FOREIGN KEY ("order") REFERENCES "public"."orders"("number") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_customer_customers_id_fk" FOREIGN KEY ("customer") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refunds" ADD CONSTRAINT "refunds_order_orders_number_fk" FOREIGN KEY ("order") REFERENCES "public"."orders"("number") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "handoffs_by_turn" ON "handoffs" USING btree ("state","priority","id");--> statement-breakpoint
CREATE INDEX "conversations_customer" ON "conversations" USING btree ("customer");--> statement-breakpoint
CREATE UNIQUE INDEX "turns_key" ON "turns" USING btree ("conversation","idempotency_key");--> statement-breakpoint
CREATE INDEX "order_events_by_order" ON "order_events" USING btree ("order","at");--> statement-breakpoint
CREATE INDEX "orders_by_customer" ON "orders" USING btree ("customer","placed_at");--> statement-breakpoint
CREATE INDEX "orders_by_tracking_number" ON "orders" USING btree ("tracking_number");