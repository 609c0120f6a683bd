package dev.holdfast.probes.browser;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.probes.session.Probe;
import dev.holdfast.probes.session.Seen;
import dev.holdfast.probes.session.Session;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Loads the pages of a target in a real browser: violations, and a policy without any. */
public final class BrowserProbe implements Probe {
    private final Optional<Path> browser;

    /**
     * The probe.
     *
     * @param browser the program, or nothing when there is none, which is then said
     */
    public BrowserProbe(Optional<Path> browser) {
        this.browser = browser;
    }

    @Override
    public String name() {
        return "browser";
    }

    @Override
    public List<CheckInfo> rules() {
        return BrowserRules.all();
    }

    @Override
    public Seen run(Session session) throws InterruptedException {
        return Seen.of(
                browser.isPresent()
                        ? BrowserAudit.run(session, browser.get())
                        : BrowserAudit.notRun(
                                session,
                                "there is no Chromium on PATH; install one (Debian: apt install"
                                        + " chromium), or name it with --chromium"));
    }
}
