package dev.holdfast.probes.headers;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.probes.headers.answer.Answer;
import dev.holdfast.probes.headers.profile.Demands;
import dev.holdfast.probes.headers.rule.AllowOrigin;
import dev.holdfast.probes.headers.rule.Caching;
import dev.holdfast.probes.headers.rule.ContentTypeOptions;
import dev.holdfast.probes.headers.rule.ContentTypes;
import dev.holdfast.probes.headers.rule.Disposition;
import dev.holdfast.probes.headers.rule.ErrorDetails;
import dev.holdfast.probes.headers.rule.FrameReader;
import dev.holdfast.probes.headers.rule.Framing;
import dev.holdfast.probes.headers.rule.HeaderRule;
import dev.holdfast.probes.headers.rule.IntegrityPolicy;
import dev.holdfast.probes.headers.rule.Isolation;
import dev.holdfast.probes.headers.rule.Leaks;
import dev.holdfast.probes.headers.rule.MetaElements;
import dev.holdfast.probes.headers.rule.Outdated;
import dev.holdfast.probes.headers.rule.Permissions;
import dev.holdfast.probes.headers.rule.Redirects;
import dev.holdfast.probes.headers.rule.Referrers;
import dev.holdfast.probes.headers.rule.Reporting;
import dev.holdfast.probes.headers.rule.ResourcePolicy;
import dev.holdfast.probes.headers.rule.SiteData;
import dev.holdfast.probes.headers.rule.Subresources;
import dev.holdfast.probes.headers.rule.TransportSecurity;
import dev.holdfast.probes.verdict.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Judges every header field of one answer. Pure: no network, no clock. */
public final class HeadersJudge {
    private final List<HeaderRule> rules;
    private final List<CheckInfo> infos;
    private final Map<String, CheckInfo> byId;

    /**
     * A judge.
     *
     * @param frames what reads frame-ancestors
     */
    public HeadersJudge(FrameReader frames) {
        rules =
                List.of(
                        new TransportSecurity(),
                        new ContentTypeOptions(),
                        new Framing(frames),
                        new Referrers(),
                        new Permissions(),
                        new Isolation(),
                        new ResourcePolicy(),
                        new IntegrityPolicy(),
                        new Reporting(),
                        new Caching(),
                        new SiteData(),
                        new ContentTypes(),
                        new Disposition(),
                        new Leaks(),
                        new ErrorDetails(),
                        new MetaElements(),
                        new Outdated(),
                        new Subresources(),
                        new Redirects(),
                        new AllowOrigin());
        infos = rules.stream().flatMap(rule -> rule.rules().stream()).toList();
        byId = infos.stream().collect(Collectors.toMap(info -> info.id().value(), info -> info));
    }

    /** What every id means that it can report. */
    public List<CheckInfo> rules() {
        List<CheckInfo> all = new ArrayList<>(infos);
        all.add(Expected.RULE);
        return List.copyOf(all);
    }

    /**
     * One finding for each rule that concerns the answer, or says that it does not; worst first.
     */
    public List<Finding> judge(Answer answer, Demands demands) {
        List<Finding> findings = new ArrayList<>();
        for (HeaderRule rule : rules) {
            findings.addAll(rule.judge(answer, demands));
        }
        return WorstFirst.of(Expected.of(byId, demands).over(findings, answer));
    }
}
