package dev.holdfast.probes.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.core.result.Outcome;
import dev.holdfast.core.result.Severity;
import dev.holdfast.probes.target.Route;
import dev.holdfast.probes.target.RouteClass;
import dev.holdfast.probes.verdict.Finding;
import dev.holdfast.probes.verdict.Observation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** One run of a real Chromium over a site with pages of every kind. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrowserAuditTest {
    private Site site;
    private List<Observation> seen;

    @BeforeAll
    void runs() throws IOException, InterruptedException {
        Path browser = Browsers.here();
        site = new Site();
        Pages.all(site);
        List<Route> routes = new ArrayList<>();
        for (String path : Pages.PATHS) {
            routes.add(Route.of(path, RouteClass.PAGE));
        }
        routes.add(Route.of("/account", RouteClass.AUTHENTICATED));
        routes.add(Route.of("/missing", RouteClass.ERROR));
        routes.add(Route.of("/api", RouteClass.API));
        long start = System.nanoTime();
        seen = BrowserAudit.run(site.session(false, routes.toArray(Route[]::new)), browser);
        System.out.println("audit: " + (System.nanoTime() - start) / 1_000_000 + " ms");
        seen.forEach(each -> System.out.println(each.path()+" "+each.finding().rule().id()+" "+each.finding().outcome()+" "+each.finding().message()+" "+each.finding().properties()));
    }

    @AfterAll
    void ends() {
        if (site != null) {
            site.close();
        }
    }

    private Finding finding(String path, String rule) {
        return seen.stream()
                .filter(each -> each.path().equals(path))
                .map(Observation::finding)
                .filter(each -> each.rule().id().toString().equals(rule))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void x() {}
}
