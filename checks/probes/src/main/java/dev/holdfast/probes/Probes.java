package dev.holdfast.probes;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.probes.access.AccessProbe;
import dev.holdfast.probes.answer.Pause;
import dev.holdfast.probes.browser.BrowserRules;
import dev.holdfast.probes.cookies.CookiesProbe;
import dev.holdfast.probes.cors.CorsProbe;
import dev.holdfast.probes.csp.Csp;
import dev.holdfast.probes.csp.CspProbe;
import dev.holdfast.probes.difference.DifferenceRules;
import dev.holdfast.probes.headers.HeadersProbe;
import dev.holdfast.probes.headers.profile.Demands;
import dev.holdfast.probes.headers.profile.Profile;
import dev.holdfast.probes.headers.rule.FrameReader;
import dev.holdfast.probes.honeypot.HoneypotProbe;
import dev.holdfast.probes.isolation.IsolationProbe;
import dev.holdfast.probes.jwt.JwtProbe;
import dev.holdfast.probes.maintenance.MaintenanceProbe;
import dev.holdfast.probes.ratelimit.RateLimitProbe;
import dev.holdfast.probes.recorded.CorsGlance;
import dev.holdfast.probes.recorded.RecordedJudge;
import dev.holdfast.probes.report.ReadinessRules;
import dev.holdfast.probes.report.ReportEndpointProbe;
import dev.holdfast.probes.session.Probe;
import dev.holdfast.probes.target.Target;
import dev.holdfast.probes.tls.CaaRecords;
import dev.holdfast.probes.tls.PreloadList;
import dev.holdfast.probes.tls.TlsProbe;
import dev.holdfast.probes.tokens.TokensProbe;
import dev.holdfast.probes.webhook.WebhookProbe;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The front door of the probes of running services. */
public final class Probes {
    private static final String USUAL_PROFILE = "asvs-l2";

    private Probes() {}

    /**
     * The probes of a command, in the order in which they run: what only looks comes first, what
     * uses up a limit or gets the caller banned comes last.
     *
     * @param word of the command: {@code cors}, or {@code all}
     * @throws IllegalArgumentException when there is no such command
     */
    public static List<Probe> named(String word) {
        return named(word, Optional.empty(), Optional.empty());
    }

    /**
     * The same with what is known without the network.
     *
     * @param preload the browsers' preload list
     * @param caa the CAA records of the target's domain
     */
    public static List<Probe> named(
            String word, Optional<PreloadList> preload, Optional<CaaRecords> caa) {
        Probe tls = new TlsProbe(preload, caa);
        return switch (word) {
            case "headers" -> List.of(new HeadersProbe(Csp::judge, Probes::framers, true));
            case "cookies" -> List.of(new CookiesProbe());
            case "csp" -> List.of(new CspProbe(), new ReportEndpointProbe());
            case "cors" -> List.of(new CorsProbe());
            case "tls" -> List.of(tls);
            case "access" -> List.of(new AccessProbe());
            case "isolation" -> List.of(new IsolationProbe());
            case "jwt" -> List.of(new JwtProbe());
            case "tokens" -> List.of(new TokensProbe());
            case "webhook" -> List.of(new WebhookProbe(Pause.REAL));
            case "maintenance" -> List.of(new MaintenanceProbe());
            case "ratelimit" -> List.of(new RateLimitProbe(Pause.REAL));
            case "honeypot" -> List.of(new HoneypotProbe(Pause.REAL));
            case "all" -> all(tls);
            default -> throw new IllegalArgumentException("no probe is called " + word);
        };
    }

    /** All but that of the maintenance switch, while which is on nothing else can be seen. */
    private static List<Probe> all(Probe tls) {
        return List.of(
                // The probe of policies says what this one would say of them, too.
                new HeadersProbe(Csp::judge, Probes::framers, false),
                new CookiesProbe(),
                new CspProbe(),
                new ReportEndpointProbe(),
                tls,
                new CorsProbe(),
                new IsolationProbe(),
                new AccessProbe(),
                new JwtProbe(),
                new WebhookProbe(Pause.REAL),
                new TokensProbe(),
                new RateLimitProbe(Pause.REAL),
                new HoneypotProbe(Pause.REAL));
    }

    /**
     * What judges recorded exchanges.
     *
     * @param target whose expectations hold; the usual ones when there is none
     * @param clock for cookies that end at a date
     */
    public static RecordedJudge recorded(Optional<Target> target, Clock clock) {
        Demands demands =
                target.map(each ->
                                new Demands(
                                        Profile.named(each.profile()), each.headers(), List.of()))
                        .orElseGet(() -> Demands.of(USUAL_PROFILE));
        return new RecordedJudge(
                demands,
                Csp::judge,
                Probes::framers,
                new CorsGlance(new CorsProbe().rules()),
                clock);
    }

    private static Optional<FrameReader.Framers> framers(List<String> lines, String page) {
        return Csp.framers(lines, page)
                .map(each -> new FrameReader.Framers(each.sources(), each.open()));
    }

    /** What the judge of recorded exchanges reports. */
    public static List<CheckInfo> rulesOfRecordings() {
        List<CheckInfo> all = new ArrayList<>();
        for (String word : List.of("headers", "cookies", "csp", "cors")) {
            named(word).forEach(each -> all.addAll(each.rules()));
        }
        return List.copyOf(all);
    }

    /** What every id that this capability reports means. */
    public static List<CheckInfo> explanations() {
        List<CheckInfo> all = new ArrayList<>();
        named("all").forEach(each -> all.addAll(each.rules()));
        all.addAll(new MaintenanceProbe().rules());
        all.addAll(BrowserRules.all());
        all.addAll(ReadinessRules.all());
        all.addAll(DifferenceRules.all());
        return all.stream().distinct().toList();
    }
}
