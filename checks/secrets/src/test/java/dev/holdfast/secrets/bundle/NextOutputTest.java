package dev.holdfast.secrets.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.core.result.Location;
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

class NextOutputTest {
    private static final long SEED = 20_263;

    @TempDir private Path folder;

    @Test
    void findsEveryLeakAndNothingElse() throws IOException, InterruptedException {
        Scan scan = Fixture.next(folder, SEED).scan();

        assertEquals(
                Scan.lines(
                        """
                        DB_PASSWORD secrets.env-value fail/low server-only/server STOCK_DB_PASSWORD(.env.production:8) app/api/orders/route.js:7:24 +2
                        SB_SECRET secrets.supabase-secret-key fail/critical leaked/map - app/pay.js:19:34 +1
                        STOCK_TOKEN secrets.env-value fail/critical leaked/served STOCK_API_TOKEN(.env.production:7) no origin +3
                        STRIPE_PROP secrets.stripe-secret-key fail/critical leaked/served STRIPE_SERVER_KEY(.env.production:6) no origin +3
                        STRIPE_SECRET secrets.stripe-secret-key fail/critical leaked/served NEXT_PUBLIC_STRIPE_SECRET_KEY(.env.production:5) app/pay.js:2:7 +1
                        SUPABASE_ANON secrets.supabase-anon-key pass/info public-by-design/served NEXT_PUBLIC_SUPABASE_ANON_KEY(.env.production:3) app/basket.jsx:11:87 +1
                        SUPABASE_SERVICE secrets.supabase-service-role-key fail/critical leaked/served NEXT_PUBLIC_SUPABASE_SERVICE_ROLE_KEY(.env.production:4) app/pay.js:10:24 +1
                        WEBHOOK secrets.stripe-webhook-secret fail/low server-only/server - app/api/orders/route.js:6:36 +1
                        """),
                scan.values());
        assertEquals(1, scan.others().size(), scan.others().toString());
        assertTrue(scan.others().getFirst().startsWith("bundle.served-map fail .next/static/"));
    }

    @Test
    void placesAreThoseOfTheOtherReaderOfMaps() throws IOException, InterruptedException {
        Fixture fixture = Fixture.next(folder, SEED);
        Scan scan = fixture.scan();

        Proof.everyPlace(fixture, scan);
        Proof.literalOrigins(fixture, scan.value("SB_SECRET"), "SB_SECRET");
        Proof.literalOrigins(fixture, scan.value("WEBHOOK"), "WEBHOOK");
    }

    @Test
    void aKeyGivenToAClientComponentLeaksOnlyInThePayload()
            throws IOException, InterruptedException {
        Fixture fixture = Fixture.next(folder, SEED);
        Result key = fixture.scan().value("STRIPE_PROP");

        assertEquals(
                List.of(
                        ".next/server/app/index.html",
                        ".next/server/app/index.rsc",
                        ".next/server/app/index.segments/__PAGE__.segment.rsc",
                        ".next/server/app/index.segments/_full.segment.rsc"),
                key.spots().stream().map(Spot::location).map(Location::path).toList());
        Location html = key.spots().getFirst().location();
        String line = fixture.lines(html.path()).get(html.line() - 1);
        assertEquals("\\\"", line.substring(html.endColumn() - 1, html.endColumn() + 1));
    }

    @Test
    void aPublicVariableIsServedThoughItAlsoStandsInServerCode()
            throws IOException, InterruptedException {
        Result key = Fixture.next(folder, SEED).scan().value("STRIPE_SECRET");

        List<String> paths = key.spots().stream().map(Spot::location).map(Location::path).toList();
        assertEquals(2, paths.size());
        assertTrue(paths.get(0).startsWith(".next/static/chunks/"), paths.toString());
        assertTrue(paths.get(1).startsWith(".next/server/chunks/ssr/"), paths.toString());
        assertEquals("served", key.properties().get("exposure"));
    }

    @Test
    void followsTheLinkToAMapWithAnotherName() throws IOException, InterruptedException {
        Fixture fixture = Fixture.next(folder, SEED);
        Location chunk = fixture.scan().value("STRIPE_SECRET").spots().getFirst().location();

        String last = fixture.lines(chunk.path()).getLast();
        String name = chunk.path().substring(chunk.path().lastIndexOf('/') + 1);
        assertTrue(last.startsWith("//# sourceMappingURL="), last);
        assertFalse(last.contains(name), last);
        assertEquals("app/pay.js", chunk.origin() == null ? "" : chunk.origin().path());
    }
}
