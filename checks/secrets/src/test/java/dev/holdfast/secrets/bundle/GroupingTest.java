package dev.holdfast.secrets.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.holdfast.core.result.Result;
import dev.holdfast.core.result.Spot;
import dev.holdfast.secrets.fixture.Fixture;
import dev.holdfast.secrets.fixture.Scan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One value, many places: which of them decides what is said. */
class GroupingTest {
    @TempDir private Path folder;
    private Fixture project;

    @BeforeEach
    void project() throws IOException {
        project = Fixture.bare(folder, 12);
        project.write("package.json", "{\"name\":\"shop\"}");
    }

    private Scan next() throws IOException, InterruptedException {
        return project.scan(List.of(project.root().resolve(".next")), List.of());
    }

    @Test
    void pairDecidesWhereverTheIdAloneAlsoStands() throws Exception {
        String id = project.token("AWS_ID");
        project.write("dist/a.js", "id='" + id + "'");
        project.write("dist/b.js", "id='" + id + "',key='" + project.token("AWS_SECRET") + "'");

        assertEquals(
                List.of("AWS_ID secrets.aws-access-key fail/critical leaked/served - no origin +1"),
                project.scan().values());
    }

    @Test
    void idAloneIsMedium() throws Exception {
        project.write("dist/a.js", "id='" + project.token("AWS_ID") + "'");

        assertEquals(
                List.of("AWS_ID secrets.aws-access-key fail/medium leaked/served - no origin +0"),
                project.scan().values());
    }

    @Test
    void pairThatStaysOnTheServerDoesNotRaiseTheServedId() throws Exception {
        String id = project.token("AWS_ID");
        project.write(".next/static/a.js", "id='" + id + "'");
        project.write(
                ".next/server/b.js", "id='" + id + "',key='" + project.token("AWS_SECRET") + "'");

        assertEquals(
                List.of("AWS_ID secrets.aws-access-key fail/medium leaked/served - no origin +1"),
                next().values());
    }

    @Test
    void firebaseConfigurationOnTheServerMakesNoServedKeyPublic() throws Exception {
        String key = project.token("FIREBASE");
        project.write(".next/static/a.js", "key='" + key + "'");
        project.write(".next/server/b.js", "{apiKey:'" + key + "',authDomain:'shop.example.test'}");

        assertEquals(
                List.of("FIREBASE secrets.google-api-key fail/medium leaked/served - no origin +1"),
                next().values());
    }

    @Test
    void servedFirebaseConfigurationMakesTheKeyPublic() throws Exception {
        String key = project.token("FIREBASE");
        project.write(".next/static/a.js", "key='" + key + "'");
        project.write(".next/static/b.js", "{apiKey:'" + key + "',authDomain:'shop.example.test'}");

        assertEquals(
                List.of(
                        "FIREBASE secrets.google-api-key pass/info public-by-design/served - no origin"
                                + " +1"),
                next().values());
    }

    @Test
    void prefixInsideAPrefixGivesOneName() throws Exception {
        project.write(
                "dist/a.js",
                "e={NEXT_PUBLIC_ADMIN_PASSWORD:\"" + project.token("PASSPHRASE") + "\"}");

        Scan scan = project.scan();

        assertEquals(
                List.of(
                        "PASSPHRASE secrets.public-variable fail/high leaked/served"
                                + " NEXT_PUBLIC_ADMIN_PASSWORD no origin +0"),
                scan.values());
        assertEquals(1, scan.value("PASSPHRASE").spots().getFirst().identity().occurrence());
    }

    @Test
    void keyThatIsPublicByDesignIsNamedFromTheEnvFile() throws Exception {
        project.write(
                ".env",
                "VITE_A=\nVITE_B=1\nVITE_C=abc\nVITE_KEY=" + project.token("SUPABASE_ANON") + "\n");
        project.write("dist/a.js", "a=`" + project.token("SUPABASE_ANON") + "`");
        project.write("dist/b.js", "a=`" + project.token("SB_PUBLISHABLE") + "`");

        assertEquals(
                List.of(
                        "SB_PUBLISHABLE secrets.supabase-publishable-key pass/info"
                                + " public-by-design/served - no origin +0",
                        "SUPABASE_ANON secrets.supabase-anon-key pass/info public-by-design/served"
                                + " VITE_KEY(.env:4) no origin +0"),
                project.scan().values());
    }

    @Test
    void fingerprintsSurviveAnotherBuild() throws Exception {
        String code = "k='" + project.token("STRIPE_SECRET") + "'";
        Path first = project.write("dist/index-B7x9kQ2a.js", code);
        Result before = project.scan().value("STRIPE_SECRET");
        Files.delete(first);
        project.write("dist/index-Zp04LmW8.js", "a()\n\nb()\n" + code);
        Result after = project.scan().value("STRIPE_SECRET");

        assertNotEquals(Scan.places(before), Scan.places(after));
        assertEquals(before.fingerprint(), after.fingerprint());
    }

    @Test
    void anotherValueAtTheSamePlaceIsAnotherFinding() throws Exception {
        project.write("dist/a.js", "k='" + project.token("STRIPE_SECRET") + "'");
        Result before = project.scan().value("STRIPE_SECRET");
        project.write("dist/a.js", "k='" + project.token("STRIPE_PROP") + "'");
        Result after = project.scan().value("STRIPE_PROP");

        assertEquals(Scan.places(before), Scan.places(after));
        assertNotEquals(before.fingerprint(), after.fingerprint());
    }

    @Test
    void everyPlaceHasAnIdentityOfItsOwn() throws Exception {
        String code = "k='" + project.token("STRIPE_SECRET") + "';";
        project.write("dist/a.js", code + code);
        project.write("dist/b.js", code);

        Result result = project.scan().value("STRIPE_SECRET");

        assertEquals(3, result.spots().stream().map(Spot::fingerprint).distinct().count());
        assertEquals(result.fingerprint(), result.spots().getFirst().fingerprint());
    }

    @Test
    void waiverIsNamedOnlyAtItsPlace() throws Exception {
        String code = "k='" + project.token("STRIPE_SECRET") + "';";
        project.write("dist/a.js", "/* holdfast-waive: W-12 */ " + code + "x".repeat(400) + code);

        Result result = project.scan().value("STRIPE_SECRET");

        assertEquals(
                List.of(Set.of("W-12"), Set.of()),
                result.spots().stream().map(Spot::namedWaivers).toList());
    }

    @Test
    void placesAreMostTellingFirst() throws Exception {
        String key = project.token("STRIPE_SECRET");
        project.write(".next/server/a.js", "k='" + key + "'");
        project.write(".next/static/b.js.map", "{\"sourcesContent\":[\"" + key + "\"]}");
        project.write(".next/static/c.json", "\"" + key + "\"");
        project.write(".next/static/d.js", "k='" + key + "'");

        Result result = next().value("STRIPE_SECRET");

        assertEquals(
                List.of(
                        ".next/static/d.js",
                        ".next/static/c.json",
                        ".next/static/b.js.map",
                        ".next/server/a.js"),
                result.spots().stream().map(spot -> spot.location().path()).toList());
        assertEquals("served", result.properties().get("exposure"));
        assertNull(result.properties().get("variable"));
    }
}
