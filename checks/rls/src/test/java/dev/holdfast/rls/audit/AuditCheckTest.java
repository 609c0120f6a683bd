package dev.holdfast.rls.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.core.check.Context;
import dev.holdfast.core.check.Progress;
import dev.holdfast.core.project.Project;
import dev.holdfast.core.result.FingerprintKey;
import dev.holdfast.rls.access.Lab;
import dev.holdfast.rls.access.OneLab;
import dev.holdfast.rls.catalog.Catalog;
import dev.holdfast.rls.source.CatalogSource;
import dev.holdfast.rls.source.Opened;
import dev.holdfast.rls.tenancy.SpecExpressions;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OneLab.class)
class AuditCheckTest {
    private static final Context CONTEXT =
            new Context(
                    new Project(Path.of("/project"), Path.of("/project"), false),
                    FingerprintKey.shared(),
                    Clock.systemUTC(),
                    1,
                    Progress.NONE);

    private static dev.holdfast.core.check.Findings run(Catalog catalog, String... schemas)
            throws IOException, InterruptedException {
        return check(() -> catalog, schemas).run(CONTEXT);
    }

    private interface Reading {
        Catalog catalog() throws IOException;
    }

    private static AuditCheck check(Reading reading, String... schemas) {
        CatalogSource source =
                new CatalogSource() {
                    @Override
                    public String name() {
                        return "a catalogue";
                    }

                    @Override
                    public Opened open() throws IOException {
                        return new Opened(
                                reading.catalog(),
                                Map.of(),
                                List.of(),
                                Optional.empty(),
                                _ -> new SpecExpressions.Parsed.NotAsked("nobody is asked"),
                                Optional.empty(),
                                Optional.empty(),
                                List.of(),
                                () -> {});
                    }
                };
        return new AuditCheck(source, List.of(schemas), List.of());
    }

    @Test
    void coversEveryTableOfACompleteRun(Lab lab) throws Exception {
        Catalog catalog = lab.after("CREATE TABLE t (id int);");
        assertTrue(run(catalog, "public").covers(Looked.TABLE.id(), "public.t"));
        assertTrue(run(catalog, "public").covers(RowSecurityOff.INFO.id(), "public.gone"));
    }

    @Test
    void coversNothingWhenSomethingIsMissing(Lab lab) throws Exception {
        Catalog catalog = lab.after("CREATE TABLE t (id int);");
        assertFalse(run(catalog, "public", "api").covers(RowSecurityOff.INFO.id(), "public.gone"));
    }

    @Test
    void saysThatTheCatalogueCannotBeRead() {
        AuditCheck check =
                check(
                        () -> {
                            throw new IOException("no answer");
                        },
                        "public");
        assertThrows(IOException.class, () -> check.run(CONTEXT));
        assertEquals("rls.audit", check.name());
    }

    @Test
    void saysWhichPartsOfTheCatalogueItLacks(Lab lab) throws SQLException {
        Findings.of(
                        lab,
                        """
                        CREATE TABLE t (id int);
                        RESET ROLE; CREATE SCHEMA storage; CREATE TABLE storage.buckets (id text);
                        """)
                .has("not-read", "catalog");
    }
}
