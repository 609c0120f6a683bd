package dev.holdfast.secrets.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.holdfast.core.result.Result;
import dev.holdfast.core.result.Spot;
import dev.holdfast.secrets.fixture.Fixture;
import dev.holdfast.secrets.fixture.Proof;
import dev.holdfast.secrets.fixture.Scan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WebpackOutputTest {
    private static final long SEED = 20_262;

    @TempDir private Path folder;

    static List<String> devtools() {
        return Fixture.DEVTOOLS;
    }

    private static final String EVAL =
            """
            DB_PASSWORD secrets.env-value fail/critical leaked/served STOCK_DB_PASSWORD(.env:6) no origin +0
            GITHUB secrets.github-token fail/critical leaked/served - no origin +0
            NPM secrets.npm-token fail/critical leaked/served - no origin +0
            STRIPE_SECRET secrets.stripe-secret-key fail/critical leaked/served STRIPE_SECRET_KEY(.env:3) no origin +0
            SUPABASE_ANON secrets.supabase-anon-key pass/info public-by-design/served SUPABASE_ANON_KEY(.env:4) no origin +0
            SUPABASE_SERVICE secrets.supabase-service-role-key fail/critical leaked/served SUPABASE_SERVICE_ROLE_KEY(.env:5) no origin +0
            WEBHOOK secrets.stripe-webhook-secret fail/high leaked/served - no origin +0
            """;

    private static final String EVAL_WITH_MAPS =
            """
            DB_PASSWORD secrets.env-value fail/critical leaked/served STOCK_DB_PASSWORD(.env:6) src/rows.js:12:44 +0
            GITHUB secrets.github-token fail/critical leaked/served - src/widget.js:3:51 +1
            NPM secrets.npm-token fail/critical leaked/served - src/widget.js:2:20 +1
            STRIPE_SECRET secrets.stripe-secret-key fail/critical leaked/served STRIPE_SECRET_KEY(.env:3) src/pay.js:2:34 +0
            SUPABASE_ANON secrets.supabase-anon-key pass/info public-by-design/served SUPABASE_ANON_KEY(.env:4) src/rows.js:2:12 +0
            SUPABASE_SERVICE secrets.supabase-service-role-key fail/critical leaked/served SUPABASE_SERVICE_ROLE_KEY(.env:5) src/rows.js:4:5 +0
            WEBHOOK secrets.stripe-webhook-secret fail/high leaked/served - src/pay.js:12:1 +1
            """;

    private static final String MAP =
            """
            DB_PASSWORD secrets.env-value fail/critical leaked/served STOCK_DB_PASSWORD(.env:6) src/rows.js:12:44 +0
            GITHUB secrets.github-token fail/critical leaked/served - src/widget.js:3:16 +1
            NPM secrets.npm-token fail/critical leaked/served - src/widget.js:2:18 +1
            STRIPE_SECRET secrets.stripe-secret-key fail/critical leaked/served STRIPE_SECRET_KEY(.env:3) src/pay.js:7:31 +0
            SUPABASE_ANON secrets.supabase-anon-key pass/info public-by-design/served SUPABASE_ANON_KEY(.env:4) src/rows.js:2:12 +0
            SUPABASE_SERVICE secrets.supabase-service-role-key fail/critical leaked/served SUPABASE_SERVICE_ROLE_KEY(.env:5) src/rows.js:4:5 +0
            WEBHOOK secrets.stripe-webhook-secret fail/high leaked/map - src/pay.js:12:33 +0
            """;

    // What stands only in a comment of a source is not in the output when the sources are not.
    private static final String MAP_WITHOUT_SOURCES =
            """
            DB_PASSWORD secrets.env-value fail/critical leaked/served STOCK_DB_PASSWORD(.env:6) src/rows.js:12:44 +0
            GITHUB secrets.github-token fail/critical leaked/served - src/widget.js:3:16 +0
            NPM secrets.npm-token fail/critical leaked/served - src/widget.js:2:18 +0
            STRIPE_SECRET secrets.stripe-secret-key fail/critical leaked/served STRIPE_SECRET_KEY(.env:3) src/pay.js:7:31 +0
            SUPABASE_ANON secrets.supabase-anon-key pass/info public-by-design/served SUPABASE_ANON_KEY(.env:4) src/rows.js:2:12 +0
            SUPABASE_SERVICE secrets.supabase-service-role-key fail/critical leaked/served SUPABASE_SERVICE_ROLE_KEY(.env:5) src/rows.js:4:5 +0
            """;

    @ParameterizedTest
    @MethodSource("devtools")
    void findsEveryLeakAndNothingElse(String devtool) throws IOException, InterruptedException {
        Scan scan = Fixture.webpack(devtool, folder, SEED).scan();

        String expected =
                switch (devtool) {
                    case "eval" -> EVAL;
                    case "eval-source-map" -> EVAL_WITH_MAPS;
                    case "nosources-source-map" -> MAP_WITHOUT_SOURCES;
                    default -> MAP;
                };
        assertEquals(Scan.lines(expected), scan.values());
    }

    @ParameterizedTest
    @MethodSource("devtools")
    void placesAreThoseOfTheOtherReaderOfMaps(String devtool)
            throws IOException, InterruptedException {
        Fixture fixture = Fixture.webpack(devtool, folder, SEED);
        Scan scan = fixture.scan();

        Proof.everyPlace(fixture, scan);
        Proof.literalOrigins(fixture, scan.value("NPM"), "NPM");
        Proof.literalOrigins(fixture, scan.value("GITHUB"), "GITHUB");
    }

    @ParameterizedTest
    @MethodSource("devtools")
    void saysOnceThatSourcesAreShipped(String devtool) throws IOException, InterruptedException {
        Scan scan = Fixture.webpack(devtool, folder, SEED).scan();

        assertEquals(
                switch (devtool) {
                    case "eval", "nosources-source-map" -> List.of();
                    case "eval-source-map" ->
                            List.of(
                                    "bundle.served-map fail dist/shop.js:19:387: the file carries"
                                            + " its source map with the original sources inside it");
                    case "inline-source-map" ->
                            List.of(
                                    "bundle.served-map fail dist/shop.js:2:22: the file carries its"
                                            + " source map with the original sources inside it");
                    default ->
                            List.of(
                                    "bundle.served-map fail dist/shop.js.map:1:1: the map carries"
                                            + " the original sources and is shipped");
                },
                scan.others());
    }

    @Test
    void findsWhatStandsInACommentOfEveryEvaluatedModule()
            throws IOException, InterruptedException {
        Fixture fixture = Fixture.webpack("eval-source-map", folder, SEED);
        Result comment = fixture.scan().value("WEBHOOK");

        // Once in the code that is evaluated, once in the map inside it; that module is not the
        // last.
        assertEquals(
                List.of(
                        "dist/shop.js:39:691 <- src/pay.js:12:1",
                        "dist/shop.js:39:778 <- src/pay.js:12:33"),
                Scan.places(comment));
    }

    @Test
    void showsNoTextForAPlaceInsideAnEncodedMap() throws IOException, InterruptedException {
        Fixture fixture = Fixture.webpack("inline-source-map", folder, SEED);

        Spot spot = fixture.scan().value("WEBHOOK").spots().getFirst();

        assertEquals(2, spot.location().line());
        assertNull(spot.excerpt());
    }

    @ParameterizedTest
    @MethodSource("devtools")
    void checkDigitsOfGitHubAndNpmHold(String devtool) throws IOException, InterruptedException {
        Scan scan = Fixture.webpack(devtool, folder, SEED).scan();

        assertEquals("valid", scan.value("GITHUB").properties().get("checksum"));
        assertEquals("valid", scan.value("NPM").properties().get("checksum"));
        assertEquals("none", scan.value("STRIPE_SECRET").properties().get("checksum"));
    }
}
