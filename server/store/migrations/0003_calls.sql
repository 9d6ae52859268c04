CREATE TABLE "call_guests" (
	"id" text PRIMARY KEY NOT NULL,
	"call" text NOT NULL,
	"name" text NOT NULL,
	"invited_by" text NOT NULL,
	"invited_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "call_stills" (
	"id" text PRIMARY KEY NOT NULL,
	"call" text NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"jpeg" "bytea" NOT NULL,
	"taken_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "calls" (
	"id" text PRIMARY KEY NOT NULL,
	"conversation" text NOT NULL,
	"customer" text NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"end_reason" text
);
--> statement-breakpoint
ALTER TABLE "call_guests" ADD CONSTRAINT "call_guests_call_calls_id_fk" FOREIGN KEY ("call") REFERENCES "public"."calls"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "call_stills" ADD CONSTRAINT "call_stills_call_calls_id_fk" FOREIGN KEY ("call") REFERENCES "public"."calls"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "call_stills_of_call" ON "call_stills" USING btree ("call");--> statement-breakpoint
CREATE INDEX "call_stills_by_age" ON "call_stills" USING btree ("taken_at");--> statement-breakpoint
CREATE INDEX "calls_of_conversation" ON "calls" USING btree ("conversation");--> statement-breakpoint
CREATE UNIQUE INDEX "calls_open" ON "calls" USING btree ("conversation") WHERE "calls"."ended_at" is null;