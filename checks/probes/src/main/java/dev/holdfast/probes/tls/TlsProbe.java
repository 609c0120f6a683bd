package dev.holdfast.probes.tls;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.probes.session.Probe;
import dev.holdfast.probes.session.Seen;
import dev.holdfast.probes.session.Session;
import dev.holdfast.probes.target.Network;
import dev.holdfast.probes.target.RouteClass;
import dev.holdfast.probes.target.Target;
import dev.holdfast.probes.tls.hello.ServerReply.Accepted;
import dev.holdfast.probes.verdict.Finding;
import dev.holdfast.probes.verdict.Observation;
import dev.holdfast.probes.wire.transport.Trust;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Looks at TLS: the certificate, the versions and suites that the service takes, the way from http
 * to https. It shakes hands by its own hello, about twelve times, and never to the end.
 */
public final class TlsProbe implements Probe {
    private static final String ROOT = "/";

    private static final List<CheckInfo> CERTIFICATE =
            List.of(
                    TlsRules.CERTIFICATE_NAME,
                    TlsRules.CERTIFICATE_TIME,
                    TlsRules.CERTIFICATE_TRUST,
                    TlsRules.CERTIFICATE_KEY,
                    TlsRules.CERTIFICATE_SIGNATURE);
    private static final List<CheckInfo> PROTOCOL =
            List.of(
                    TlsRules.OLD_VERSION,
                    TlsRules.CURRENT_VERSION,
                    TlsRules.WEAK_SUITE,
                    TlsRules.FORWARD_SECRECY,
                    TlsRules.AUTHENTICATED,
                    TlsRules.COMPRESSION,
                    TlsRules.RENEGOTIATION,
                    TlsRules.ALPN);

    private final Optional<PreloadList> preload;
    private final Optional<CaaRecords> caa;

    /** A probe with what was looked up offline, if anything was. */
    public TlsProbe(Optional<PreloadList> preload, Optional<CaaRecords> caa) {
        this.preload = preload;
        this.caa = caa;
    }

    @Override
    public String name() {
        return "tls";
    }

    @Override
    public List<CheckInfo> rules() {
        return TlsRules.ALL;
    }

    @Override
    public Seen run(Session session) throws InterruptedException {
        Target target = session.target();
        if (!target.secure()) {
            return Seen.of(inTheClear(target));
        }
        List<Observation> seen = new ArrayList<>();
        List<Finding> shaken = new ArrayList<>();
        Handshakes handshakes = new Handshakes(session);
        ProtocolLook protocol = new ProtocolLook(handshakes);
        if (protocol.any()) {
            shaken.add(Finding.pass(TlsRules.NOT_ENCRYPTED, "the service speaks TLS"));
            shaken.addAll(certificate(session, chain(protocol, handshakes)));
            shaken.addAll(protocol.findings());
        } else {
            CERTIFICATE.forEach(rule -> shaken.add(protocol.nothing(rule)));
            PROTOCOL.forEach(rule -> shaken.add(protocol.nothing(rule)));
        }
        shaken.add(
                caa.map(records -> records.judge(target.host()))
                        .orElseGet(() ->
                                Finding.notApplicable(TlsRules.CAA, "no CAA records were given")));
        shaken.forEach(each -> seen.add(handshake(each, target)));
        RedirectLook redirect = new RedirectLook(session);
        seen.add(at(redirect.overHttp(), "GET", "http://" + target.host() + ROOT));
        redirect.overHttps(preload).forEach(each -> seen.add(at(each, "GET", ROOT)));
        return Seen.of(seen);
    }

    private static List<Observation> inTheClear(Target target) {
        List<Observation> seen = new ArrayList<>();
        seen.add(
                handshake(
                        target.network() == Network.LOOPBACK
                                ? Finding.notApplicable(
                                        TlsRules.NOT_ENCRYPTED,
                                        "the target is asked over http on this machine")
                                : Finding.fail(
                                        TlsRules.NOT_ENCRYPTED,
                                        target.origin() + " is asked over http"),
                        target));
        for (CheckInfo rule : TlsRules.ALL) {
            if (!rule.equals(TlsRules.NOT_ENCRYPTED)) {
                seen.add(
                        handshake(
                                Finding.notApplicable(rule, "the target's URL begins with http"),
                                target));
            }
        }
        return seen;
    }

    private static List<X509Certificate> chain(ProtocolLook protocol, Handshakes handshakes)
            throws InterruptedException {
        List<X509Certificate> open =
                protocol.classic().map(Accepted::certificates).orElse(List.of());
        return open.isEmpty() ? handshakes.encryptedChain() : open;
    }

    private static List<Finding> certificate(Session session, List<X509Certificate> chain) {
        if (chain.isEmpty()) {
            return CERTIFICATE.stream()
                    .map(rule -> Finding.unknown(rule, "the service showed no certificate"))
                    .toList();
        }
        Target target = session.target();
        ChainTrust trust =
                new ChainTrust(List.of(Trust.with(target.ca()).judge().getAcceptedIssuers()));
        return new CertificateJudge(target.host(), session.clock().instant(), trust).judge(chain);
    }

    private static Observation handshake(Finding finding, Target target) {
        String host = target.host().contains(":") ? "[" + target.host() + "]" : target.host();
        return at(finding, "TLS", host + ":" + target.port());
    }

    private static Observation at(Finding finding, String method, String path) {
        return new Observation(finding, method, path, ROOT, RouteClass.PAGE);
    }
}
