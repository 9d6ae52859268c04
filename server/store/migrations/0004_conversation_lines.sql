CREATE TABLE "conversation_lines" (
	"id" text PRIMARY KEY NOT NULL,
	"conversation" text NOT NULL,
	"who" text NOT NULL,
	"name" text,
	"text" text NOT NULL,
	"source" text NOT NULL,
	"mood" text,
	"mood_intensity" real,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "conversation_lines" ADD CONSTRAINT "conversation_lines_conversation_conversations_id_fk" FOREIGN KEY ("conversation") REFERENCES "public"."conversations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "conversation_lines_of" ON "conversation_lines" USING btree ("conversation","at");