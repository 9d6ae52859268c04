CREATE TABLE "canned_replies" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "canned_replies_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"title" text NOT NULL,
	"text" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "internal_notes" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "internal_notes_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"conversation" text NOT NULL,
	"by" text NOT NULL,
	"text" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ratings" (
	"conversation" text PRIMARY KEY NOT NULL,
	"customer" text NOT NULL,
	"rating" smallint NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "staff" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"role" text NOT NULL,
	"password" text,
	"demo" boolean DEFAULT false NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"last_seen_at" timestamp (3) with time zone,
	CONSTRAINT "staff_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "staff_sessions" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"staff" text NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"seen_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "staff_setup_links" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"purpose" text NOT NULL,
	"email" text,
	"role" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone
);
--> statement-breakpoint
DROP INDEX "handoffs_by_turn";--> statement-breakpoint
ALTER TABLE "handoffs" ADD COLUMN "mood" text DEFAULT 'neutral' NOT NULL;--> statement-breakpoint
ALTER TABLE "handoffs" ADD COLUMN "mood_intensity" real DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "handoffs" ADD COLUMN "order_value" integer;--> statement-breakpoint
ALTER TABLE "handoffs" ADD COLUMN "earlier_contacts" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "handoffs" ADD COLUMN "at_step_since" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "handoffs" ADD COLUMN "taken_by" text;--> statement-breakpoint
ALTER TABLE "handoffs" ADD COLUMN "taken_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "handoffs" ADD COLUMN "first_taken_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "handoffs" ADD COLUMN "call" text;--> statement-breakpoint
ALTER TABLE "handoffs" ADD COLUMN "closed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "product" text;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "part" text;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "department" text DEFAULT 'support' NOT NULL;--> statement-breakpoint
ALTER TABLE "tickets" RENAME COLUMN "summary" TO "problem";--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "steps_tried" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "key_lines" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "stills" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "by" text;--> statement-breakpoint
ALTER TABLE "staff_sessions" ADD CONSTRAINT "staff_sessions_staff_staff_id_fk" FOREIGN KEY ("staff") REFERENCES "public"."staff"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "internal_notes_of" ON "internal_notes" USING btree ("conversation","id");--> statement-breakpoint
CREATE INDEX "ratings_by_age" ON "ratings" USING btree ("at");--> statement-breakpoint
CREATE INDEX "staff_sessions_of" ON "staff_sessions" USING btree ("staff");--> statement-breakpoint
CREATE INDEX "handoffs_by_state" ON "handoffs" USING btree ("state","requested_at");--> statement-breakpoint
CREATE INDEX "handoffs_of_conversation" ON "handoffs" USING btree ("conversation");--> statement-breakpoint
CREATE INDEX "handoffs_of_customer" ON "handoffs" USING btree ("customer","requested_at");--> statement-breakpoint
CREATE INDEX "handoffs_call" ON "handoffs" USING btree ("call");--> statement-breakpoint
CREATE INDEX "tickets_of_conversation" ON "tickets" USING btree ("conversation");--> statement-breakpoint
CREATE INDEX "tickets_by_due" ON "tickets" USING btree ("state","due_at");--> statement-breakpoint
ALTER TABLE "handoffs" DROP COLUMN "priority";--> statement-breakpoint
UPDATE "tickets" SET "department" = 'technical' WHERE "kind" = 'defect';--> statement-breakpoint
ALTER TABLE "tickets" DROP COLUMN "kind";