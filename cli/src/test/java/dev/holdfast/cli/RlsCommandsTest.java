package dev.holdfast.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of row level security, on a throw-away PostgreSQL of this machine. */
class RlsCommandsTest {
    private static final String TABLE =
            """
            create table public.notes (id uuid primary key, user_id uuid not null, title text);
            grant select, insert, update, delete on public.notes to authenticated;
            """;
    private static final String CLOSED =
            """
            alter table public.notes enable row level security;
            create policy own on public.notes to authenticated
              using (user_id = auth.uid()) with check (user_id = auth.uid());
            """;
    private static final String OPEN =
            """
            alter table public.notes enable row level security;
            create policy own on public.notes to authenticated
              using (user_id = auth.uid() or title is null) with check (user_id = auth.uid());
            """;
    private static final String TENANCY =
            """
            schemas: [public]
            sessions:
              member:
                role: authenticated
                settings: {request.jwt.claims: '{"sub":"${user}","role":"authenticated"}'}
            identity: auth.uid()
            owner: {columns: [user_id]}
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path root;

    private Run rls(String command, String policies, String tenancy, String... more)
            throws IOException {
        Path migrations = Files.createDirectories(root.resolve("migrations"));
        Files.writeString(migrations.resolve("1_all.sql"), TABLE + policies);
        Path spec = root.resolve("tenancy.yaml");
        Files.writeString(spec, tenancy);
        String[] fixed =
                List.of("prove", "test", "generate").contains(command)
                        ? new String[] {
                            "rls",
                            command,
                            "--migrations",
                            migrations.toString(),
                            "--stub",
                            "supabase",
                            "--tenancy",
                            spec.toString()
                        }
                        : new String[] {
                            "rls",
                            command,
                            "--migrations",
                            migrations.toString(),
                            "--stub",
                            "supabase"
                        };
        String[] all = new String[fixed.length + more.length];
        System.arraycopy(fixed, 0, all, 0, fixed.length);
        System.arraycopy(more, 0, all, fixed.length, more.length);
        return Run.of(all);
    }

    @Test
    void provesWhatIsClosed() throws IOException {
        Run run = rls("prove", CLOSED, TENANCY, "--format", "json");
        assertEquals(0, run.code(), run.out() + run.err());
        assertTrue(run.out().contains("\"verdict\": \"PROVED\""), run.out());
        assertFalse(run.out().contains("REFUTED"), run.out());
    }

    @Test
    void showsTheRowThatRefutes() throws IOException {
        Run run = rls("prove", OPEN, TENANCY, "--format", "json");
        assertEquals(1, run.code(), run.out() + run.err());
        assertTrue(run.out().contains("\"verdict\": \"REFUTED\""), run.out());
        assertTrue(run.out().contains("\"table\": \"public.notes\""), run.out());
    }

    @Test
    void saysWhereASpecNamesWhatIsNotThere() throws IOException {
        Run run = rls("prove", CLOSED, TENANCY.replace("[user_id]", "[owner_id]"));
        assertEquals(2, run.code(), run.out());
        assertTrue(run.err().contains("tenancy.yaml:7:"), run.err());
        assertTrue(run.err().contains("no column owner_id"), run.err());
    }

    @Test
    void auditsAndShowsAccess() throws IOException {
        Run open = rls("audit", "", TENANCY);
        assertEquals(1, open.code(), open.out() + open.err());
        assertTrue(open.out().contains("rls.disabled"), open.out());
        Run closed = rls("audit", CLOSED, TENANCY);
        assertFalse(closed.out().contains("rls.disabled"), closed.out());
        Run matrix = rls("matrix", CLOSED, TENANCY);
        assertEquals(0, matrix.code(), matrix.err());
        assertTrue(matrix.out().contains("rows by policy (own)"), matrix.out());
    }

    @Test
    void saysWhatAMatrixDoesNotShow() throws IOException {
        Run whole = rls("matrix", CLOSED, TENANCY);
        assertEquals(0, whole.code(), whole.err());
        Run part = rls("matrix", CLOSED + "alter table public.notes enabled row;", TENANCY);
        assertEquals(3, part.code());
        assertTrue(part.err().contains("1_all.sql:6: was not applied"), part.err());
    }

    @Test
    void provesByTheTenancyOfThePolicyInForce() throws IOException {
        Path migrations = Files.createDirectories(root.resolve("migrations"));
        Files.writeString(migrations.resolve("1_all.sql"), TABLE + OPEN);
        Path policy = Files.createDirectories(root.resolve("cfg")).resolve("other.yaml");
        Files.writeString(
                policy,
                "apiVersion: holdfast/v1\nrls:\n  migrations: migrations\n  stub: supabase\n"
                        + "  tenancy:\n"
                        + TENANCY.indent(4));
        Run check = Run.of("check", root.toString(), "--policy", policy.toString());
        assertEquals(1, check.code(), check.out() + check.err());
        assertTrue(check.out().contains("cross-read REFUTED"), check.out());
    }

    @Test
    void auditsAlsoWhenTheSpecNamesWhatIsNotThere() throws IOException {
        Path migrations = Files.createDirectories(root.resolve("migrations"));
        Files.writeString(migrations.resolve("1_all.sql"), TABLE);
        Files.writeString(
                root.resolve("holdfast.yaml"),
                "apiVersion: holdfast/v1\nrls:\n  stub: supabase\n  tenancy:\n"
                        + TENANCY.replace("[user_id]", "[usr_id]").indent(4));
        Run check = Run.of("check", root.toString());
        assertTrue(check.out().contains("rls.disabled"), check.out() + check.err());
        assertTrue(
                check.out().contains("holdfast.yaml:11:23: the database has no column"),
                check.out());
        assertTrue(check.out().contains("did you mean user_id?"), check.out());
        assertFalse(check.out().contains("PROVED"), check.out());
    }

    @Test
    void findsTheMigrationsOfOnePartAndLeavesNoOtherOut() throws IOException {
        Path web = Files.createDirectories(root.resolve("apps/web/supabase/migrations"));
        Files.writeString(web.resolve("1_all.sql"), TABLE);
        Run one = Run.of("check", root.toString());
        assertTrue(one.out().contains("rls.disabled"), one.out() + one.err());
        Path api = Files.createDirectories(root.resolve("services/api/migrations"));
        Files.writeString(api.resolve("1_all.sql"), TABLE);
        Run two = Run.of("check", root.toString());
        assertEquals(3, two.code(), two.out());
        assertTrue(two.out().contains("and none was looked at"), two.out());
        assertTrue(two.out().contains("rls.migrations"), two.out());
        Run audit = Run.of("rls", "audit", "--policy", policy("services/api/migrations"));
        assertTrue(audit.out().contains("rls.disabled"), audit.out() + audit.err());
    }

    /** Holes in what is proved were nobody's where the platform shows another schema. */
    @Test
    void auditsTheSchemasOfTheSpecToo() throws IOException {
        Path migrations = Files.createDirectories(root.resolve("migrations"));
        Files.writeString(
                migrations.resolve("1_all.sql"),
                TABLE
                        + CLOSED
                        + "create schema app; grant usage on schema app to authenticated;"
                        + " create table app.bills (id uuid primary key, user_id uuid not null);"
                        + " grant select on app.bills to authenticated;");
        Path policy = root.resolve("holdfast.yaml");
        String spec = "apiVersion: holdfast/v1\nrls:\n  stub: supabase\n  tenancy:\n";
        Files.writeString(policy, spec + TENANCY.replace("[public]", "[public, app]").indent(4));
        Run both = Run.of("check", root.toString());
        assertTrue(both.out().contains("about app.bills"), both.out() + both.err());
        assertTrue(both.out().contains("rls.disabled"), both.out());
        Files.writeString(policy, spec + TENANCY.indent(4));
        Run one = Run.of("check", root.toString());
        assertFalse(one.out().contains("app.bills"), one.out());
    }

    @Test
    void namesTheFoldersThatThePolicyDoesNotChoose() throws IOException {
        for (String each : List.of("apps/web/supabase/migrations", "services/api/migrations")) {
            Files.writeString(
                    Files.createDirectories(root.resolve(each)).resolve("1_all.sql"),
                    TABLE + CLOSED);
        }
        policy("services/api/migrations");
        Run check = Run.of("check", root.toString());
        assertTrue(
                check.out()
                        .replaceAll("\\s+", " ")
                        .contains("migrations in apps/web/supabase/migrations were not looked at"),
                check.out() + check.err());
    }

    private String policy(String migrations) throws IOException {
        return Files.writeString(
                        root.resolve("holdfast.yaml"),
                        "apiVersion: holdfast/v1\nrls: {migrations: "
                                + root.resolve(migrations)
                                + ", stub: supabase}\n")
                .toString();
    }

    @Test
    void repeatsNoConnectionString() throws IOException {
        String secret = "hunter" + 2;
        Run run =
                Run.of(
                        "rls",
                        "audit",
                        "--dsn-env",
                        "postgresql://postgres:" + secret + "@127.0.0.1:1/x");
        assertEquals(2, run.code());
        assertFalse((run.out() + run.err()).contains(secret), run.err());
    }

    @Test
    void drawsWhoReachesWhat() throws IOException {
        for (String command : new String[] {"matrix", "audit", "prove", "test"}) {
            String page = rls(command, CLOSED, TENANCY, "--format", "html").out();
            assertTrue(page.contains("<caption>Who reaches which rows: public</caption>"), command);
            assertTrue(
                    page.contains(
                            "<th scope=\"row\">authenticated</th>"
                                    + "<td class=\"limited\">rows by policy own</td>"),
                    command);
        }
        assertTrue(
                rls("audit", CLOSED, TENANCY, "--format", "json").out().contains("\"exhibits\""));
        Run other = rls("matrix", CLOSED, TENANCY, "--format", "sarif");
        assertEquals(2, other.code());
        assertTrue(other.err().contains("--format html"), other.err());
    }

    @Test
    void asksForTimeOrderedKeysWhereThePolicyDoes() throws IOException {
        String keys = "create table public.logs (id bigint primary key);";
        Path policy = root.resolve("holdfast.yaml");
        for (String wish : new String[] {"any", "time-ordered"}) {
            Files.writeString(
                    policy,
                    "apiVersion: holdfast/v1\nrls: {migrations: migrations, stub: supabase, keys: "
                            + wish
                            + "}\n");
            Run audit = rls("audit", CLOSED + keys, TENANCY, "--policy", policy.toString());
            assertEquals(
                    wish.equals("time-ordered"),
                    audit.out().contains("rls.key-not-uuidv7"),
                    audit.out() + audit.err());
            Run check = Run.of("check", root.toString());
            assertEquals(
                    wish.equals("time-ordered"),
                    check.out().contains("rls.key-not-uuidv7"),
                    check.out() + check.err());
        }
    }

    @Test
    void writesAMigrationThatProves() throws IOException {
        Run run = rls("generate", "", TENANCY);
        assertEquals(0, run.code(), run.out() + run.err());
        assertTrue(run.out().contains("CREATE POLICY tenant_floor ON public.notes"), run.out());
        assertTrue(run.err().contains("proved: 4 of 4 properties"), run.err());
        // The proof of what was written, by the command that proves.
        Files.writeString(root.resolve("migrations/2_rls.sql"), run.out());
        Run proof = rls("prove", "", TENANCY, "--format", "json");
        assertEquals(0, proof.code(), proof.out() + proof.err());
        Run before = rls("prove", OPEN, TENANCY);
        assertEquals(0, before.code(), "the generated file comes after it");
    }

    @Test
    void looksForTheFolderBeforeItWorks() throws IOException {
        Path file = root.resolve("nowhere/rls.sql");
        Run run = rls("generate", "this is no SQL;", TENANCY, "--output", file.toString());
        assertEquals(2, run.code(), run.out() + run.err());
        assertTrue(run.err().contains("there is no folder for"), run.err());
    }

    @Test
    void refusesAnSslmodeThatIsNone() {
        for (String mode : List.of("requird", "require")) {
            Map<String, String> environment = new HashMap<>(System.getenv());
            environment.put("DB", "postgresql://nobody@127.0.0.1:1/nothing?sslmode=" + mode);
            Run run =
                    Run.of(
                            environment,
                            InputStream.nullInputStream(),
                            "rls",
                            "audit",
                            "--dsn-env",
                            "DB");
            assertEquals(mode.equals("requird"), run.err().contains("verify-full"), run.err());
        }
    }

    @Test
    void overwritesNothingUnlessForced() throws IOException {
        Path file = root.resolve("out.sql");
        Run first = rls("generate", "", TENANCY, "--output", file.toString());
        assertEquals(0, first.code(), first.err());
        assertEquals("", first.out());
        Files.writeString(file, "mine");
        Run again = rls("generate", "", TENANCY, "--output", file.toString());
        assertEquals(2, again.code(), again.err());
        assertEquals("mine", Files.readString(file));
        Run forced = rls("generate", "", TENANCY, "--output", file.toString(), "--force");
        assertEquals(0, forced.code(), forced.err());
        assertTrue(Files.readString(file).contains("tenant_floor"));
    }

    @Test
    void writesNothingOfWhatIsNotKnownAsAWhole() throws IOException {
        Run run = rls("generate", "create policy p on public.notes using (nothing());", TENANCY);
        assertEquals(3, run.code(), run.out());
        assertEquals("", run.out());
        assertTrue(run.err().contains("1_all.sql:3"), run.err());
    }

    @Test
    void triesWhatTenantsReach() throws IOException {
        Run open = rls("test", OPEN.replace("title is null", "true"), TENANCY);
        assertEquals(1, open.code(), open.out() + open.err());
        Run closed = rls("test", CLOSED, TENANCY, "--format", "json");
        assertEquals(0, closed.code(), closed.out());
        assertFalse(closed.out().contains("\"severity\": \"critical\""), closed.out());
    }

    @Test
    void proposesASpecThatProves() throws IOException {
        Run proposed = propose(CLOSED, List.of());
        assertEquals(0, proposed.code(), proposed.out() + proposed.err());
        assertTrue(proposed.out().contains("# 1 of the 1 policies"), proposed.out());
        assertEquals(0, rls("prove", CLOSED, proposed.out()).code(), proposed.out());
        Run json = propose(CLOSED, List.of("--format", "json"));
        assertTrue(json.out().contains("\"identity\": \"auth.uid()\""), json.out());
    }

    @Test
    void saysWhatItCouldNotFind() throws IOException {
        Run run = propose("alter table public.notes drop column user_id;", List.of());
        assertEquals(3, run.code(), run.out());
        assertTrue(run.out().contains("# NOT FOUND: whose a row is"), run.out());
        Run failed =
                propose(CLOSED + "create policy p on public.notes using (nothing());", List.of());
        assertEquals(3, failed.code(), failed.out());
        assertTrue(failed.out().contains("1_all.sql:6"), failed.out());
    }

    private Run propose(String policies, List<String> more) throws IOException {
        Path migrations = Files.createDirectories(root.resolve("migrations"));
        Files.writeString(migrations.resolve("1_all.sql"), TABLE + policies);
        List<String> all =
                new ArrayList<>(
                        List.of(
                                "rls",
                                "tenancy",
                                "propose",
                                "--migrations",
                                migrations.toString(),
                                "--stub",
                                "supabase"));
        all.addAll(more);
        return Run.of(all.toArray(String[]::new));
    }

    @Test
    void saysWhatAChangeOpens() throws IOException {
        Run opened = diff(CLOSED, OPEN, "--format", "json");
        assertEquals(1, opened.code(), opened.out() + opened.err());
        assertTrue(opened.out().contains("rls.diff-opened"), opened.out());
        assertTrue(opened.out().contains("\"command\": \"SELECT\""), opened.out());
        Run closed = diff(OPEN, CLOSED);
        assertEquals(0, closed.code(), closed.out() + closed.err());
        assertTrue(closed.out().contains("rls.diff-closed"), closed.out());
        Run same = diff(CLOSED, CLOSED.replace("policy own", "policy renamed"), "--format", "json");
        assertEquals(0, same.code(), same.out() + same.err());
        assertFalse(same.out().contains("\"rls.diff-opened\""), same.out());
        assertFalse(same.out().contains("\"rls.diff-closed\""), same.out());
    }

    @Test
    void aComparisonWithAStatementThatFailedIsUnknown() throws IOException {
        Run run = diff(CLOSED, CLOSED + "create policy p on public.notes using (nothing());");
        assertEquals(3, run.code(), run.out());
        assertTrue(run.out().contains("1_all.sql:6"), run.out());
        assertEquals(2, Run.of("rls", "diff", "env:NO_SUCH_VARIABLE", "nowhere").code());
    }

    private Run diff(String before, String after, String... more) throws IOException {
        Path old = Files.createDirectories(root.resolve("old"));
        Path now = Files.createDirectories(root.resolve("new"));
        Files.writeString(old.resolve("1_all.sql"), TABLE + before);
        Files.writeString(now.resolve("1_all.sql"), TABLE + after);
        List<String> all =
                new ArrayList<>(
                        List.of(
                                "rls",
                                "diff",
                                old.toString(),
                                now.toString(),
                                "--stub",
                                "supabase"));
        all.addAll(List.of(more));
        return Run.of(all.toArray(String[]::new));
    }

    @Test
    void aStatementThatFailsIsUnknown() throws IOException {
        Run run =
                rls(
                        "prove",
                        CLOSED + "create policy p on public.notes using (nothing());",
                        TENANCY);
        assertEquals(3, run.code(), run.out());
        assertTrue(run.out().contains("1_all.sql:6"), run.out());
    }

    @Test
    void aConnectionStringIsNeverShown() {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("SOME_DSN", "postgresql://u:hunter2secret@127.0.0.1:1/db");
        Run run =
                Run.of(
                        environment,
                        InputStream.nullInputStream(),
                        "rls",
                        "audit",
                        "--dsn-env",
                        "SOME_DSN");
        assertEquals(2, run.code(), run.out());
        assertFalse((run.out() + run.err()).contains("hunter2"), run.err());
        assertTrue(run.err().contains("SOME_DSN"), run.err());
        assertEquals(2, Run.of("rls", "audit", "--dsn-env", "NO_SUCH_VARIABLE").code());
    }
}
