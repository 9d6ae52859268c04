CREATE TABLE "call_recordings" (
	"id" text PRIMARY KEY NOT NULL,
	"call" text NOT NULL,
	"conversation" text NOT NULL,
	"name" text NOT NULL,
	"role" text NOT NULL,
	"source" text NOT NULL,
	"codec" text NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"duration_ms" integer DEFAULT 0 NOT NULL,
	"bytes" bigint DEFAULT 0 NOT NULL
);
--> statement-breakpoint
ALTER TABLE "ratings" ALTER COLUMN "customer" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "call_recordings" ADD CONSTRAINT "call_recordings_call_calls_id_fk" FOREIGN KEY ("call") REFERENCES "public"."calls"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "call_recordings_of" ON "call_recordings" USING btree ("conversation","started_at");--> statement-breakpoint
CREATE INDEX "call_recordings_of_call" ON "call_recordings" USING btree ("call");--> statement-breakpoint
CREATE INDEX "call_recordings_by_age" ON "call_recordings" USING btree ("started_at");--> statement-breakpoint
CREATE INDEX "conversations_by_age" ON "conversations" USING btree ("updated_at");