package dev.holdfast.secrets.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.core.result.Outcome;
import dev.holdfast.core.result.Result;
import dev.holdfast.secrets.fixture.Fixture;
import dev.holdfast.secrets.fixture.Proof;
import dev.holdfast.secrets.fixture.Scan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ViteOutputTest {
    private static final long SEED = 20_261;

    @TempDir private Path folder;

    @Test
    void findsEveryLeakAndNothingElse() throws IOException, InterruptedException {
        Scan scan = Fixture.vite(folder, SEED).scan();

        assertEquals(
                Scan.lines(
                        """
                        AWS_ID secrets.aws-access-key fail/critical leaked/served VITE_AWS_ACCESS_KEY_ID(.env.production:9) src/receipts.ts:4:3 +1
                        DB_PASSWORD secrets.env-value fail/critical leaked/served STOCK_DB_PASSWORD(.env.production:13) src/stock.ts:7:33 +1
                        FIREBASE secrets.google-api-key pass/info public-by-design/served VITE_FIREBASE_API_KEY(.env.production:8) src/firebase.ts:2:3 +1
                        GITHUB secrets.github-token fail/critical leaked/served - src/greeting.ts:1:68 +1
                        PASSPHRASE secrets.public-variable fail/high leaked/served VITE_SUPPORT_PASSPHRASE no origin +0
                        SB_PUBLISHABLE secrets.supabase-publishable-key pass/info public-by-design/served VITE_SUPABASE_PUBLISHABLE_KEY(.env.production:5) src/shelf.ts:6:3 +1
                        SB_SECRET secrets.supabase-secret-key fail/critical leaked/map - src/receipts.ts:9:31 +0
                        STRIPE_SECRET secrets.stripe-secret-key fail/critical leaked/served VITE_STRIPE_SECRET_KEY(.env.production:7) src/pay.ts:4:38 +1
                        SUPABASE_ANON secrets.supabase-anon-key pass/info public-by-design/served VITE_SUPABASE_ANON_KEY(.env.production:4) src/shelf.ts:5:3 +1
                        SUPABASE_SERVICE secrets.supabase-service-role-key fail/critical leaked/served VITE_SUPABASE_SERVICE_ROLE_KEY(.env.production:6) src/shelf.ts:7:13 +1
                        WEBHOOK secrets.stripe-webhook-secret fail/high leaked/map - src/pay.ts:17:30 +0
                        """),
                scan.values());
        assertEquals(2, scan.others().size(), scan.others().toString());
        scan.others().forEach(other -> assertEquals("bundle.served-map fail", words(other, 2)));
    }

    @Test
    void placesAreThoseOfTheOtherReaderOfMaps() throws IOException, InterruptedException {
        Fixture fixture = Fixture.vite(folder, SEED);
        Scan scan = fixture.scan();

        Proof.everyPlace(fixture, scan, "AWS_SECRET");
        Proof.literalOrigins(fixture, scan.value("GITHUB"), "GITHUB");
        Proof.literalOrigins(fixture, scan.value("WEBHOOK"), "WEBHOOK");
        Proof.literalOrigins(fixture, scan.value("SB_SECRET"), "SB_SECRET");
    }

    @Test
    void saysTheSameForOtherKeysAndOtherOrdersOfClaims() throws IOException, InterruptedException {
        List<String> expected = null;
        for (long seed = SEED; seed < SEED + 12; seed++) {
            Path copy = Files.createDirectory(folder.resolve("seed-" + seed));
            List<String> values = Fixture.vite(copy, seed).scan().values();
            expected = expected == null ? values : expected;
            assertEquals(expected, values, "seed " + seed);
        }
    }

    @Test
    void givesOnePassForTheFolderWithWhatWasLookedAt() throws IOException, InterruptedException {
        Scan scan = Fixture.vite(folder, SEED).scan();

        assertEquals(1, scan.folders().size());
        Result dist = scan.folders().getFirst();
        assertEquals(Outcome.PASS, dist.outcome());
        assertEquals("dist", dist.subject());
        assertEquals(7, dist.properties().get("files"));
    }

    @Test
    void namesVariablesFromTheSourceWhenThereIsNoEnvFile()
            throws IOException, InterruptedException {
        Fixture fixture = Fixture.vite(folder, SEED);
        Files.delete(fixture.root().resolve(".env.production"));

        Scan scan = fixture.scan();

        assertEquals(
                "VITE_STRIPE_SECRET_KEY", scan.value("STRIPE_SECRET").properties().get("variable"));
        assertEquals(
                "VITE_SUPABASE_SERVICE_ROLE_KEY",
                scan.value("SUPABASE_SERVICE").properties().get("variable"));
        assertEquals(null, scan.value("GITHUB").properties().get("variable"));
        assertEquals(
                0,
                scan.found().stream()
                        .filter(each -> scan.name(each).equals("DB_PASSWORD"))
                        .count());
    }

    @Test
    void namesVariablesFromTheSourceAloneInALazyChunk() throws IOException, InterruptedException {
        Fixture fixture = Fixture.vite(folder, SEED);
        Files.delete(fixture.root().resolve(".env.production"));
        // The entry has the whole environment object with its names; the lazy chunk has none.
        for (String path :
                fixture.places().stream().map(place -> place.file()).distinct().toList()) {
            if (path.contains("/index-")) {
                Files.delete(fixture.root().resolve(path));
            }
        }

        Scan scan = fixture.scan();

        assertEquals(
                Scan.lines(
                        """
                        AWS_ID secrets.aws-access-key fail/critical leaked/served VITE_AWS_ACCESS_KEY_ID src/receipts.ts:4:3 +0
                        SB_SECRET secrets.supabase-secret-key fail/critical leaked/map - src/receipts.ts:9:31 +0
                        STRIPE_SECRET secrets.stripe-secret-key fail/critical leaked/served VITE_STRIPE_SECRET_KEY src/pay.ts:4:38 +0
                        WEBHOOK secrets.stripe-webhook-secret fail/high leaked/map - src/pay.ts:17:30 +0
                        """),
                scan.values());
    }

    @Test
    void aKeyOfAFirebaseConfigurationIsPublicWhereverElseItStands()
            throws IOException, InterruptedException {
        Fixture fixture = Fixture.vite(folder, SEED);
        Result key = fixture.scan().value("FIREBASE");

        assertEquals(2, key.spots().size());
        assertEquals(true, key.properties().get("firebase"));
    }

    private static String words(String text, int count) {
        return String.join(" ", List.of(text.split(" ", -1)).subList(0, count));
    }
}
