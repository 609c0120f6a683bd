Stand-ins for extensions: what schemas refer to, without function. Our own words, after the public
documentation of each extension. A script calls nothing that a foreign schema could have put in its
way, and everything that it makes is new. "--- name version [schema]" begins each.

--- vector 0.8.0
CREATE TYPE @extschema@.vector;
CREATE FUNCTION @extschema@.vector_in(cstring) RETURNS @extschema@.vector LANGUAGE internal IMMUTABLE STRICT AS 'textin';
CREATE FUNCTION @extschema@.vector_out(@extschema@.vector) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'textout';
CREATE TYPE @extschema@.vector (INPUT = @extschema@.vector_in, OUTPUT = @extschema@.vector_out, TYPMOD_IN = pg_catalog.varchartypmodin, TYPMOD_OUT = pg_catalog.varchartypmodout, STORAGE = extended);
CREATE TYPE @extschema@.halfvec;
CREATE FUNCTION @extschema@.halfvec_in(cstring) RETURNS @extschema@.halfvec LANGUAGE internal IMMUTABLE STRICT AS 'textin';
CREATE FUNCTION @extschema@.halfvec_out(@extschema@.halfvec) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'textout';
CREATE TYPE @extschema@.halfvec (INPUT = @extschema@.halfvec_in, OUTPUT = @extschema@.halfvec_out, TYPMOD_IN = pg_catalog.varchartypmodin, TYPMOD_OUT = pg_catalog.varchartypmodout, STORAGE = extended);
CREATE TYPE @extschema@.sparsevec;
CREATE FUNCTION @extschema@.sparsevec_in(cstring) RETURNS @extschema@.sparsevec LANGUAGE internal IMMUTABLE STRICT AS 'textin';
CREATE FUNCTION @extschema@.sparsevec_out(@extschema@.sparsevec) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'textout';
CREATE TYPE @extschema@.sparsevec (INPUT = @extschema@.sparsevec_in, OUTPUT = @extschema@.sparsevec_out, TYPMOD_IN = pg_catalog.varchartypmodin, TYPMOD_OUT = pg_catalog.varchartypmodout, STORAGE = extended);
CREATE FUNCTION @extschema@.l2_distance(@extschema@.vector, @extschema@.vector) RETURNS float8 LANGUAGE sql IMMUTABLE STRICT RETURN 0::float8;
CREATE FUNCTION @extschema@.inner_product(@extschema@.vector, @extschema@.vector) RETURNS float8 LANGUAGE sql IMMUTABLE STRICT RETURN 0::float8;
CREATE FUNCTION @extschema@.vector_negative_inner_product(@extschema@.vector, @extschema@.vector) RETURNS float8 LANGUAGE sql IMMUTABLE STRICT RETURN 0::float8;
CREATE FUNCTION @extschema@.cosine_distance(@extschema@.vector, @extschema@.vector) RETURNS float8 LANGUAGE sql IMMUTABLE STRICT RETURN 0::float8;
CREATE FUNCTION @extschema@.l1_distance(@extschema@.vector, @extschema@.vector) RETURNS float8 LANGUAGE sql IMMUTABLE STRICT RETURN 0::float8;
CREATE FUNCTION @extschema@.vector_dims(@extschema@.vector) RETURNS integer LANGUAGE sql IMMUTABLE STRICT RETURN 0;
CREATE FUNCTION @extschema@.vector_norm(@extschema@.vector) RETURNS float8 LANGUAGE sql IMMUTABLE STRICT RETURN 0::float8;
CREATE OPERATOR @extschema@.<-> (LEFTARG = @extschema@.vector, RIGHTARG = @extschema@.vector, FUNCTION = @extschema@.l2_distance);
CREATE OPERATOR @extschema@.<#> (LEFTARG = @extschema@.vector, RIGHTARG = @extschema@.vector, FUNCTION = @extschema@.vector_negative_inner_product);
CREATE OPERATOR @extschema@.<=> (LEFTARG = @extschema@.vector, RIGHTARG = @extschema@.vector, FUNCTION = @extschema@.cosine_distance);
CREATE OPERATOR @extschema@.<+> (LEFTARG = @extschema@.vector, RIGHTARG = @extschema@.vector, FUNCTION = @extschema@.l1_distance);
CREATE FUNCTION @extschema@.halfvec_l2_distance(@extschema@.halfvec, @extschema@.halfvec) RETURNS float8 LANGUAGE sql IMMUTABLE STRICT RETURN 0::float8;
CREATE FUNCTION @extschema@.halfvec_cosine_distance(@extschema@.halfvec, @extschema@.halfvec) RETURNS float8 LANGUAGE sql IMMUTABLE STRICT RETURN 0::float8;
CREATE OPERATOR @extschema@.<-> (LEFTARG = @extschema@.halfvec, RIGHTARG = @extschema@.halfvec, FUNCTION = @extschema@.halfvec_l2_distance);
CREATE OPERATOR @extschema@.<=> (LEFTARG = @extschema@.halfvec, RIGHTARG = @extschema@.halfvec, FUNCTION = @extschema@.halfvec_cosine_distance);

--- http 1.6
CREATE DOMAIN @extschema@.http_method AS text;
CREATE DOMAIN @extschema@.content_type AS text;
CREATE TYPE @extschema@.http_header AS (field varchar, value varchar);
CREATE TYPE @extschema@.http_request AS (method @extschema@.http_method, uri varchar, headers @extschema@.http_header[], content_type varchar, content varchar);
CREATE TYPE @extschema@.http_response AS (status integer, content_type varchar, headers @extschema@.http_header[], content varchar);
CREATE FUNCTION @extschema@.http(request @extschema@.http_request) RETURNS @extschema@.http_response LANGUAGE sql AS 'SELECT NULL';
CREATE FUNCTION @extschema@.http_header(field varchar, value varchar) RETURNS @extschema@.http_header LANGUAGE sql AS 'SELECT $1, $2';
CREATE FUNCTION @extschema@.http_get(uri varchar) RETURNS @extschema@.http_response LANGUAGE sql AS 'SELECT NULL';
CREATE FUNCTION @extschema@.http_get(uri varchar, data jsonb) RETURNS @extschema@.http_response LANGUAGE sql AS 'SELECT NULL';
CREATE FUNCTION @extschema@.http_post(uri varchar, content varchar, content_type varchar) RETURNS @extschema@.http_response LANGUAGE sql AS 'SELECT NULL';
CREATE FUNCTION @extschema@.http_post(uri varchar, data jsonb) RETURNS @extschema@.http_response LANGUAGE sql AS 'SELECT NULL';
CREATE FUNCTION @extschema@.http_put(uri varchar, content varchar, content_type varchar) RETURNS @extschema@.http_response LANGUAGE sql AS 'SELECT NULL';
CREATE FUNCTION @extschema@.http_delete(uri varchar) RETURNS @extschema@.http_response LANGUAGE sql AS 'SELECT NULL';
CREATE FUNCTION @extschema@.urlencode(string varchar) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT $1::text';

--- pg_net 0.14.0
CREATE SCHEMA IF NOT EXISTS net;
CREATE FUNCTION net.http_get(url text, params jsonb DEFAULT '{}'::jsonb, headers jsonb DEFAULT '{}'::jsonb, timeout_milliseconds integer DEFAULT 5000) RETURNS bigint LANGUAGE sql AS 'SELECT 1::bigint';
CREATE FUNCTION net.http_post(url text, body jsonb DEFAULT '{}'::jsonb, params jsonb DEFAULT '{}'::jsonb, headers jsonb DEFAULT '{}'::jsonb, timeout_milliseconds integer DEFAULT 5000) RETURNS bigint LANGUAGE sql AS 'SELECT 1::bigint';
CREATE FUNCTION net.http_delete(url text, params jsonb DEFAULT '{}'::jsonb, headers jsonb DEFAULT '{}'::jsonb, timeout_milliseconds integer DEFAULT 5000, body jsonb DEFAULT NULL) RETURNS bigint LANGUAGE sql AS 'SELECT 1::bigint';
CREATE TABLE net.http_request_queue (id bigserial, method text, url text, headers jsonb, body bytea, timeout_milliseconds integer);
CREATE TABLE net._http_response (id bigint, status_code integer, content_type text, headers jsonb, content text, timed_out boolean, error_msg text, created timestamptz DEFAULT pg_catalog.now());
GRANT USAGE ON SCHEMA net TO PUBLIC;
GRANT ALL ON ALL TABLES IN SCHEMA net TO PUBLIC;

--- pg_cron 1.6 pg_catalog
CREATE SCHEMA IF NOT EXISTS cron;
CREATE TABLE cron.job (jobid bigserial PRIMARY KEY, schedule text NOT NULL, command text NOT NULL, nodename text NOT NULL DEFAULT 'localhost', nodeport integer NOT NULL DEFAULT 5432, database text NOT NULL DEFAULT pg_catalog.current_database(), username text NOT NULL DEFAULT CURRENT_USER, active boolean NOT NULL DEFAULT true, jobname text);
CREATE TABLE cron.job_run_details (jobid bigint, runid bigserial PRIMARY KEY, job_pid integer, database text, username text, command text, status text, return_message text, start_time timestamptz, end_time timestamptz);
ALTER TABLE cron.job ENABLE ROW LEVEL SECURITY;
CREATE POLICY cron_job_policy ON cron.job USING (username = CURRENT_USER);
ALTER TABLE cron.job_run_details ENABLE ROW LEVEL SECURITY;
CREATE POLICY cron_job_run_details_policy ON cron.job_run_details USING (username = CURRENT_USER);
CREATE FUNCTION cron.schedule(schedule text, command text) RETURNS bigint LANGUAGE sql AS 'INSERT INTO cron.job (schedule, command) VALUES ($1, $2) RETURNING jobid';
CREATE FUNCTION cron.schedule(job_name text, schedule text, command text) RETURNS bigint LANGUAGE sql AS 'INSERT INTO cron.job (jobname, schedule, command) VALUES ($1, $2, $3) RETURNING jobid';
CREATE FUNCTION cron.schedule_in_database(job_name text, schedule text, command text, database text, username text DEFAULT NULL, active boolean DEFAULT true) RETURNS bigint LANGUAGE sql AS 'INSERT INTO cron.job (jobname, schedule, command) VALUES ($1, $2, $3) RETURNING jobid';
CREATE FUNCTION cron.alter_job(job_id bigint, schedule text DEFAULT NULL, command text DEFAULT NULL, database text DEFAULT NULL, username text DEFAULT NULL, active boolean DEFAULT NULL) RETURNS void LANGUAGE sql AS 'SELECT';
CREATE FUNCTION cron.unschedule(job_id bigint) RETURNS boolean LANGUAGE sql AS 'SELECT true';
CREATE FUNCTION cron.unschedule(job_name text) RETURNS boolean LANGUAGE sql AS 'SELECT true';
GRANT USAGE ON SCHEMA cron TO @extowner@ WITH GRANT OPTION;
GRANT ALL ON ALL TABLES IN SCHEMA cron TO @extowner@ WITH GRANT OPTION;
GRANT ALL ON ALL SEQUENCES IN SCHEMA cron TO @extowner@;

--- pgmq 1.5.1 pgmq
CREATE TYPE pgmq.message_record AS (msg_id bigint, read_ct integer, enqueued_at timestamptz, vt timestamptz, message jsonb, headers jsonb);
CREATE TYPE pgmq.queue_record AS (queue_name varchar, is_partitioned boolean, is_unlogged boolean, created_at timestamptz);
CREATE TYPE pgmq.metrics_result AS (queue_name text, queue_length bigint, newest_msg_age_sec integer, oldest_msg_age_sec integer, total_messages bigint, scrape_time timestamptz, queue_visible_length bigint);
CREATE TABLE pgmq.meta (queue_name varchar UNIQUE NOT NULL, is_partitioned boolean NOT NULL DEFAULT false, is_unlogged boolean NOT NULL DEFAULT false, created_at timestamptz NOT NULL DEFAULT pg_catalog.now());
CREATE FUNCTION pgmq.create(queue_name text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE pg_catalog.format('CREATE TABLE IF NOT EXISTS pgmq.%I (msg_id bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY, read_ct integer NOT NULL DEFAULT 0, enqueued_at timestamptz NOT NULL DEFAULT pg_catalog.now(), vt timestamptz NOT NULL DEFAULT pg_catalog.now(), message jsonb, headers jsonb)', 'q_' || pg_catalog.lower(queue_name));
  EXECUTE pg_catalog.format('CREATE TABLE IF NOT EXISTS pgmq.%I (msg_id bigint PRIMARY KEY, read_ct integer NOT NULL DEFAULT 0, enqueued_at timestamptz NOT NULL DEFAULT pg_catalog.now(), archived_at timestamptz NOT NULL DEFAULT pg_catalog.now(), vt timestamptz NOT NULL DEFAULT pg_catalog.now(), message jsonb, headers jsonb)', 'a_' || pg_catalog.lower(queue_name));
  INSERT INTO pgmq.meta (queue_name) VALUES ($1) ON CONFLICT DO NOTHING;
END $$;
CREATE FUNCTION pgmq.create_non_partitioned(queue_name text) RETURNS void LANGUAGE sql AS 'SELECT pgmq.create($1)';
CREATE FUNCTION pgmq.create_unlogged(queue_name text) RETURNS void LANGUAGE sql AS 'SELECT pgmq.create($1)';
CREATE FUNCTION pgmq.drop_queue(queue_name text) RETURNS boolean LANGUAGE sql AS 'SELECT true';
CREATE FUNCTION pgmq.drop_queue(queue_name text, partitioned boolean) RETURNS boolean LANGUAGE sql AS 'SELECT true';
CREATE FUNCTION pgmq.purge_queue(queue_name text) RETURNS bigint LANGUAGE sql AS 'SELECT 0::bigint';
CREATE FUNCTION pgmq.send(queue_name text, msg jsonb, delay integer DEFAULT 0) RETURNS SETOF bigint LANGUAGE sql AS 'SELECT 1::bigint';
CREATE FUNCTION pgmq.send_batch(queue_name text, msgs jsonb[], delay integer DEFAULT 0) RETURNS SETOF bigint LANGUAGE sql AS 'SELECT 1::bigint';
CREATE FUNCTION pgmq.read(queue_name text, vt integer, qty integer, conditional jsonb DEFAULT '{}'::jsonb) RETURNS SETOF pgmq.message_record LANGUAGE sql AS 'SELECT NULL::bigint, 0, pg_catalog.now(), pg_catalog.now(), NULL::jsonb, NULL::jsonb WHERE false';
CREATE FUNCTION pgmq.read_with_poll(queue_name text, vt integer, qty integer, max_poll_seconds integer DEFAULT 5, poll_interval_ms integer DEFAULT 100, conditional jsonb DEFAULT '{}'::jsonb) RETURNS SETOF pgmq.message_record LANGUAGE sql AS 'SELECT NULL::bigint, 0, pg_catalog.now(), pg_catalog.now(), NULL::jsonb, NULL::jsonb WHERE false';
CREATE FUNCTION pgmq.pop(queue_name text) RETURNS SETOF pgmq.message_record LANGUAGE sql AS 'SELECT NULL::bigint, 0, pg_catalog.now(), pg_catalog.now(), NULL::jsonb, NULL::jsonb WHERE false';
CREATE FUNCTION pgmq.archive(queue_name text, msg_id bigint) RETURNS boolean LANGUAGE sql AS 'SELECT true';
CREATE FUNCTION pgmq.archive(queue_name text, msg_ids bigint[]) RETURNS SETOF bigint LANGUAGE sql AS 'SELECT pg_catalog.unnest($2)';
CREATE FUNCTION pgmq.delete(queue_name text, msg_id bigint) RETURNS boolean LANGUAGE sql AS 'SELECT true';
CREATE FUNCTION pgmq.delete(queue_name text, msg_ids bigint[]) RETURNS SETOF bigint LANGUAGE sql AS 'SELECT pg_catalog.unnest($2)';
CREATE FUNCTION pgmq.set_vt(queue_name text, msg_id bigint, vt integer) RETURNS SETOF pgmq.message_record LANGUAGE sql AS 'SELECT NULL::bigint, 0, pg_catalog.now(), pg_catalog.now(), NULL::jsonb, NULL::jsonb WHERE false';
CREATE FUNCTION pgmq.list_queues() RETURNS SETOF pgmq.queue_record LANGUAGE sql AS 'SELECT queue_name, is_partitioned, is_unlogged, created_at FROM pgmq.meta';
CREATE FUNCTION pgmq.metrics(queue_name text) RETURNS pgmq.metrics_result LANGUAGE sql AS 'SELECT NULL';
CREATE FUNCTION pgmq.metrics_all() RETURNS SETOF pgmq.metrics_result LANGUAGE sql AS 'SELECT NULL WHERE false';
CREATE FUNCTION pgmq.detach_archive(queue_name text) RETURNS void LANGUAGE sql AS 'SELECT';
GRANT ALL ON SCHEMA pgmq TO @extowner@ WITH GRANT OPTION;
GRANT ALL ON ALL TABLES IN SCHEMA pgmq TO @extowner@ WITH GRANT OPTION;

--- supabase_vault 0.3.1 vault
CREATE TABLE @extschema@.secrets (id uuid PRIMARY KEY DEFAULT pg_catalog.gen_random_uuid(), name text UNIQUE, description text NOT NULL DEFAULT '', secret text NOT NULL, key_id uuid, nonce bytea, created_at timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP, updated_at timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP);
CREATE VIEW @extschema@.decrypted_secrets AS SELECT id, name, description, secret, secret AS decrypted_secret, key_id, nonce, created_at, updated_at FROM @extschema@.secrets;
CREATE FUNCTION @extschema@.create_secret(new_secret text, new_name text DEFAULT NULL, new_description text DEFAULT '', new_key_id uuid DEFAULT NULL) RETURNS uuid LANGUAGE sql AS 'INSERT INTO @extschema@.secrets (secret, name, description) VALUES ($1, $2, $3) RETURNING id';
CREATE FUNCTION @extschema@.update_secret(secret_id uuid, new_secret text DEFAULT NULL, new_name text DEFAULT NULL, new_description text DEFAULT NULL, new_key_id uuid DEFAULT NULL) RETURNS void LANGUAGE sql AS 'SELECT';
GRANT USAGE ON SCHEMA @extschema@ TO @extowner@ WITH GRANT OPTION;
GRANT SELECT, DELETE, INSERT, UPDATE ON ALL TABLES IN SCHEMA @extschema@ TO @extowner@ WITH GRANT OPTION;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA @extschema@ FROM PUBLIC;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA @extschema@ TO @extowner@ WITH GRANT OPTION;

--- pgsodium 3.1.9 pgsodium
CREATE TYPE @extschema@.key_status AS ENUM ('default', 'valid', 'invalid', 'expired');
CREATE TYPE @extschema@.key_type AS ENUM ('aead-ietf', 'aead-det', 'hmacsha512', 'hmacsha256', 'auth', 'shorthash', 'generichash', 'kdf', 'secretbox', 'secretstream', 'stream_xchacha20');
CREATE TABLE @extschema@.key (id uuid PRIMARY KEY DEFAULT pg_catalog.gen_random_uuid(), status @extschema@.key_status DEFAULT 'valid', created timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP, expires timestamptz, key_type @extschema@.key_type, name text UNIQUE);
CREATE FUNCTION @extschema@.create_key(key_type @extschema@.key_type DEFAULT 'aead-det', name text DEFAULT NULL) RETURNS @extschema@.key LANGUAGE sql AS 'SELECT NULL';

--- pg_graphql 1.5.11 graphql
CREATE FUNCTION graphql.resolve(query text, variables jsonb DEFAULT '{}'::jsonb, "operationName" text DEFAULT NULL, extensions jsonb DEFAULT NULL) RETURNS jsonb LANGUAGE sql AS 'SELECT ''{}''::jsonb';
GRANT USAGE ON SCHEMA graphql TO PUBLIC;

--- pgjwt 0.2.0
CREATE FUNCTION @extschema@.url_encode(data bytea) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT ''''::text';
CREATE FUNCTION @extschema@.url_decode(data text) RETURNS bytea LANGUAGE sql IMMUTABLE AS 'SELECT ''''::bytea';
CREATE FUNCTION @extschema@.algorithm_sign(signables text, secret text, algorithm text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT ''''::text';
CREATE FUNCTION @extschema@.sign(payload json, secret text, algorithm text DEFAULT 'HS256') RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT ''''::text';
CREATE FUNCTION @extschema@.verify(token text, secret text, algorithm text DEFAULT 'HS256') RETURNS TABLE (header json, payload json, valid boolean) LANGUAGE sql IMMUTABLE AS 'SELECT NULL::json, NULL::json, false';

--- postgis 3.5.0
CREATE TYPE @extschema@.geometry;
CREATE FUNCTION @extschema@.geometry_in(cstring) RETURNS @extschema@.geometry LANGUAGE internal IMMUTABLE STRICT AS 'textin';
CREATE FUNCTION @extschema@.geometry_out(@extschema@.geometry) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'textout';
CREATE FUNCTION @extschema@.geometry_typmod_in(cstring[]) RETURNS integer LANGUAGE sql IMMUTABLE STRICT RETURN 1;
CREATE TYPE @extschema@.geometry (INPUT = @extschema@.geometry_in, OUTPUT = @extschema@.geometry_out, TYPMOD_IN = @extschema@.geometry_typmod_in, STORAGE = main);
CREATE TYPE @extschema@.geography;
CREATE FUNCTION @extschema@.geography_in(cstring) RETURNS @extschema@.geography LANGUAGE internal IMMUTABLE STRICT AS 'textin';
CREATE FUNCTION @extschema@.geography_out(@extschema@.geography) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'textout';
CREATE FUNCTION @extschema@.geography_typmod_in(cstring[]) RETURNS integer LANGUAGE sql IMMUTABLE STRICT RETURN 1;
CREATE TYPE @extschema@.geography (INPUT = @extschema@.geography_in, OUTPUT = @extschema@.geography_out, TYPMOD_IN = @extschema@.geography_typmod_in, STORAGE = main);
CREATE CAST (@extschema@.geometry AS @extschema@.geography) WITHOUT FUNCTION AS IMPLICIT;
CREATE CAST (@extschema@.geography AS @extschema@.geometry) WITHOUT FUNCTION;
CREATE TABLE @extschema@.spatial_ref_sys (srid integer PRIMARY KEY, auth_name varchar(256), auth_srid integer, srtext varchar(2048), proj4text varchar(2048));
GRANT SELECT ON @extschema@.spatial_ref_sys TO PUBLIC;
CREATE FUNCTION @extschema@.st_makepoint(float8, float8) RETURNS @extschema@.geometry LANGUAGE sql IMMUTABLE STRICT AS 'SELECT ''POINT''::@extschema@.geometry';
CREATE FUNCTION @extschema@.st_point(float8, float8) RETURNS @extschema@.geometry LANGUAGE sql IMMUTABLE STRICT AS 'SELECT ''POINT''::@extschema@.geometry';
CREATE FUNCTION @extschema@.st_setsrid(@extschema@.geometry, integer) RETURNS @extschema@.geometry LANGUAGE sql IMMUTABLE STRICT AS 'SELECT $1';
CREATE FUNCTION @extschema@.st_x(@extschema@.geometry) RETURNS float8 LANGUAGE sql IMMUTABLE STRICT AS 'SELECT 0::float8';
CREATE FUNCTION @extschema@.st_y(@extschema@.geometry) RETURNS float8 LANGUAGE sql IMMUTABLE STRICT AS 'SELECT 0::float8';
CREATE FUNCTION @extschema@.st_distance(@extschema@.geometry, @extschema@.geometry) RETURNS float8 LANGUAGE sql IMMUTABLE STRICT AS 'SELECT 0::float8';
CREATE FUNCTION @extschema@.st_distance(@extschema@.geography, @extschema@.geography, boolean DEFAULT true) RETURNS float8 LANGUAGE sql IMMUTABLE STRICT AS 'SELECT 0::float8';
CREATE FUNCTION @extschema@.st_dwithin(@extschema@.geometry, @extschema@.geometry, float8) RETURNS boolean LANGUAGE sql IMMUTABLE STRICT AS 'SELECT true';
CREATE FUNCTION @extschema@.st_dwithin(@extschema@.geography, @extschema@.geography, float8, boolean DEFAULT true) RETURNS boolean LANGUAGE sql IMMUTABLE STRICT AS 'SELECT true';
CREATE FUNCTION @extschema@.st_contains(@extschema@.geometry, @extschema@.geometry) RETURNS boolean LANGUAGE sql IMMUTABLE STRICT AS 'SELECT true';
CREATE FUNCTION @extschema@.st_intersects(@extschema@.geometry, @extschema@.geometry) RETURNS boolean LANGUAGE sql IMMUTABLE STRICT AS 'SELECT true';
CREATE FUNCTION @extschema@.st_geomfromtext(text, integer DEFAULT 0) RETURNS @extschema@.geometry LANGUAGE sql IMMUTABLE STRICT AS 'SELECT ''POINT''::@extschema@.geometry';
CREATE FUNCTION @extschema@.st_geogfromtext(text) RETURNS @extschema@.geography LANGUAGE sql IMMUTABLE STRICT AS 'SELECT ''POINT''::@extschema@.geography';
CREATE FUNCTION @extschema@.st_asgeojson(@extschema@.geometry) RETURNS text LANGUAGE sql IMMUTABLE STRICT AS 'SELECT ''{}''::text';
CREATE FUNCTION @extschema@.st_astext(@extschema@.geometry) RETURNS text LANGUAGE sql IMMUTABLE STRICT AS 'SELECT ''''::text';

--- dblink 1.2
CREATE FUNCTION @extschema@.dblink_connect(text) RETURNS text LANGUAGE sql STRICT AS 'SELECT NULL::text';
CREATE FUNCTION @extschema@.dblink_connect(text, text) RETURNS text LANGUAGE sql STRICT AS 'SELECT NULL::text';
CREATE FUNCTION @extschema@.dblink_disconnect() RETURNS text LANGUAGE sql STRICT AS 'SELECT NULL::text';
CREATE FUNCTION @extschema@.dblink_disconnect(text) RETURNS text LANGUAGE sql STRICT AS 'SELECT NULL::text';
CREATE FUNCTION @extschema@.dblink_exec(text) RETURNS text LANGUAGE sql STRICT AS 'SELECT NULL::text';
CREATE FUNCTION @extschema@.dblink_exec(text, text) RETURNS text LANGUAGE sql STRICT AS 'SELECT NULL::text';
CREATE FUNCTION @extschema@.dblink(text) RETURNS SETOF record LANGUAGE sql STRICT AS 'SELECT NULL::text WHERE false';
CREATE FUNCTION @extschema@.dblink(text, text) RETURNS SETOF record LANGUAGE sql STRICT AS 'SELECT NULL::text WHERE false';

--- postgres_fdw 1.1
CREATE FOREIGN DATA WRAPPER postgres_fdw;
GRANT USAGE ON FOREIGN DATA WRAPPER postgres_fdw TO @extowner@ WITH GRANT OPTION;

--- wrappers 0.5.0
CREATE FUNCTION @extschema@.stripe_fdw_handler() RETURNS void LANGUAGE sql AS 'SELECT';
CREATE FUNCTION @extschema@.stripe_fdw_validator(text[], oid) RETURNS void LANGUAGE sql AS 'SELECT';

--- pg_jsonschema 0.3.3
CREATE FUNCTION @extschema@.json_matches_schema(schema json, instance json) RETURNS boolean LANGUAGE sql IMMUTABLE STRICT AS 'SELECT true';
CREATE FUNCTION @extschema@.jsonb_matches_schema(schema json, instance jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE STRICT AS 'SELECT true';

--- pg_hashids 1.3
CREATE FUNCTION @extschema@.id_encode(bigint) RETURNS text LANGUAGE sql IMMUTABLE STRICT AS 'SELECT $1::text';
CREATE FUNCTION @extschema@.id_encode(bigint, text) RETURNS text LANGUAGE sql IMMUTABLE STRICT AS 'SELECT $1::text';
CREATE FUNCTION @extschema@.id_encode(bigint, text, integer) RETURNS text LANGUAGE sql IMMUTABLE STRICT AS 'SELECT $1::text';

--- pg_uuidv7 1.6
CREATE FUNCTION @extschema@.uuid_generate_v7() RETURNS uuid LANGUAGE sql VOLATILE AS 'SELECT pg_catalog.gen_random_uuid()';
CREATE FUNCTION @extschema@.uuid_v7_to_timestamptz(uuid) RETURNS timestamptz LANGUAGE sql IMMUTABLE STRICT AS 'SELECT ''epoch''::timestamptz';

--- index_advisor 0.2.0
CREATE FUNCTION @extschema@.index_advisor(query text) RETURNS TABLE (startup_cost_before jsonb, startup_cost_after jsonb, total_cost_before jsonb, total_cost_after jsonb, index_statements text[], errors text[]) LANGUAGE sql AS 'SELECT NULL::jsonb, NULL::jsonb, NULL::jsonb, NULL::jsonb, NULL::text[], NULL::text[] WHERE false';

--- hypopg 1.4.1

--- plpgsql_check 2.7

--- pg_tle 1.4.0
CREATE SCHEMA IF NOT EXISTS pgtle;

--- pg_repack 1.5.2

--- pgaudit 17.0

--- pg_stat_monitor 2.0

--- pgroonga 3.2.5

--- rum 1.3

--- pg_partman 5.2.4

--- timescaledb 2.17.0

--- pgtap 1.3.3

--- pgrouting 3.4.1

--- address_standardizer 3.3.7

--- postgis_topology 3.5.0

--- postgis_tiger_geocoder 3.5.0
