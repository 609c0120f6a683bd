package dev.holdfast.probes.browser;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** The browser of this machine, for tests. */
final class Browsers {
    private Browsers() {}

    /** The browser, or the test is skipped and says so. */
    static Path here() {
        Optional<Path> browser = BrowserFinder.find(System.getenv().getOrDefault("PATH", ""));
        if (browser.isEmpty()) {
            System.out.println(
                    "SKIPPED: no Chromium on PATH, so pages were not tried in a real browser");
        }
        Assumptions.assumeTrue(browser.isPresent(), "no Chromium on PATH");
        return browser.orElseThrow();
    }
}
