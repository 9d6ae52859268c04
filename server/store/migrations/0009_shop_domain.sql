CREATE TABLE "product_variants" (
	"product" text NOT NULL,
	"sku" text NOT NULL,
	"position" integer NOT NULL,
	"options" jsonb NOT NULL,
	"price" integer NOT NULL,
	"in_stock" integer,
	CONSTRAINT "product_variants_product_sku_pk" PRIMARY KEY("product","sku")
);
--> statement-breakpoint
CREATE TABLE "product_vocabulary" (
	"word" text PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE TABLE "product_words" (
	"word" text NOT NULL,
	"product" text NOT NULL,
	"weight" real NOT NULL,
	CONSTRAINT "product_words_word_product_pk" PRIMARY KEY("word","product")
);
--> statement-breakpoint
CREATE TABLE "feed_reader" (
	"id" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"seen" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "payment_methods" (
	"customer" text NOT NULL,
	"id" text NOT NULL,
	"position" integer NOT NULL,
	"kind" text NOT NULL,
	"label" text NOT NULL,
	"ending" text,
	"balance" integer,
	"currency" text,
	CONSTRAINT "payment_methods_customer_id_pk" PRIMARY KEY("customer","id")
);
--> statement-breakpoint
CREATE TABLE "payments" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "payments_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"order" text NOT NULL,
	"amount" integer NOT NULL,
	"method" jsonb,
	"state" text DEFAULT 'paid' NOT NULL,
	"at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "pickup_points" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"address" jsonb NOT NULL,
	"hours" text
);
--> statement-breakpoint
CREATE TABLE "shop_policies" (
	"id" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"policies" jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "products" ALTER COLUMN "width" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "products" ALTER COLUMN "depth" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "products" ALTER COLUMN "height" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "products" ALTER COLUMN "weight" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "products" ALTER COLUMN "in_stock" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "order_acts" ALTER COLUMN "order" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "orders" ALTER COLUMN "promised_on" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "orders" ALTER COLUMN "expected_on" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "refunds" DROP CONSTRAINT "refunds_pkey";--> statement-breakpoint
ALTER TABLE "delivery_options" ADD COLUMN "name" text;--> statement-breakpoint
ALTER TABLE "products" ADD COLUMN "also_called" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "shop_changes" ADD COLUMN "customer" text;--> statement-breakpoint
ALTER TABLE "shop_changes" ADD COLUMN "order" text;--> statement-breakpoint
ALTER TABLE "addresses" ADD COLUMN "line2" text;--> statement-breakpoint
ALTER TABLE "addresses" ADD COLUMN "region" text;--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "default_address" text;--> statement-breakpoint
ALTER TABLE "order_acts" ADD COLUMN "seq" integer NOT NULL GENERATED ALWAYS AS IDENTITY (sequence name "order_acts_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1);--> statement-breakpoint
ALTER TABLE "order_acts" ADD COLUMN "customer" text;--> statement-breakpoint
ALTER TABLE "order_acts" ADD COLUMN "undo" jsonb;--> statement-breakpoint
ALTER TABLE "order_acts" ADD COLUMN "undone_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "order_lines" ADD COLUMN "id" text;--> statement-breakpoint
UPDATE "order_lines" SET "id" = ("position" + 1)::text;--> statement-breakpoint
ALTER TABLE "order_lines" ALTER COLUMN "id" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "order_lines" ADD COLUMN "sku" text;--> statement-breakpoint
ALTER TABLE "order_lines" ADD COLUMN "options" jsonb;--> statement-breakpoint
ALTER TABLE "order_lines" ADD COLUMN "state" text;--> statement-breakpoint
ALTER TABLE "order_lines" ADD COLUMN "replacement" jsonb;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "requested_on" date;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "instructions" jsonb;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "pickup" jsonb;--> statement-breakpoint
ALTER TABLE "refunds" ADD COLUMN "id" integer PRIMARY KEY NOT NULL GENERATED ALWAYS AS IDENTITY (sequence name "refunds_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1);--> statement-breakpoint
ALTER TABLE "refunds" ADD COLUMN "method" jsonb;--> statement-breakpoint
ALTER TABLE "refunds" ADD COLUMN "at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "product_variants" ADD CONSTRAINT "product_variants_product_products_slug_fk" FOREIGN KEY ("product") REFERENCES "public"."products"("slug") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product_words" ADD CONSTRAINT "product_words_product_products_slug_fk" FOREIGN KEY ("product") REFERENCES "public"."products"("slug") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_methods" ADD CONSTRAINT "payment_methods_customer_customers_id_fk" FOREIGN KEY ("customer") REFERENCES "public"."customers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_order_orders_number_fk" FOREIGN KEY ("order") REFERENCES "public"."orders"("number") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "product_words_of" ON "product_words" USING btree ("product");--> statement-breakpoint
CREATE INDEX "payments_of" ON "payments" USING btree ("order","id");--> statement-breakpoint
CREATE INDEX "shop_changes_of_order" ON "shop_changes" USING btree ("order","id");--> statement-breakpoint
CREATE INDEX "shop_changes_of_customer" ON "shop_changes" USING btree ("customer","id");--> statement-breakpoint
CREATE INDEX "order_acts_of" ON "order_acts" USING btree ("order","seq");--> statement-breakpoint
CREATE UNIQUE INDEX "order_lines_by_id" ON "order_lines" USING btree ("order","id");--> statement-breakpoint
CREATE INDEX "refunds_of" ON "refunds" USING btree ("order","id");--> statement-breakpoint
UPDATE "order_acts" SET "kind" = 'upgrade_shipping' WHERE "kind" = 'hurry';--> statement-breakpoint
UPDATE "order_acts" SET "customer" = "orders"."customer" FROM "orders" WHERE "orders"."number" = "order_acts"."order";--> statement-breakpoint
UPDATE "shop_changes" SET "customer" = "change"->>'customer', "order" = "change"->>'order';