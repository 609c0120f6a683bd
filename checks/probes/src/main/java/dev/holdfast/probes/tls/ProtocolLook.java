package dev.holdfast.probes.tls;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.result.Severity;
import dev.holdfast.probes.tls.Handshakes.Answer;
import dev.holdfast.probes.tls.hello.ServerReply.Accepted;
import dev.holdfast.probes.tls.hello.ServerReply.Refused;
import dev.holdfast.probes.tls.hello.ServerReply.Unclear;
import dev.holdfast.probes.tls.hello.Suite;
import dev.holdfast.probes.tls.hello.SuiteKind;
import dev.holdfast.probes.tls.hello.TlsVersion;
import dev.holdfast.probes.verdict.Finding;
import dev.holdfast.probes.verdict.NoAnswer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Looks at what versions and suites a service takes. Each is asked for alone. */
final class ProtocolLook {
    private static final List<TlsVersion> OLD =
            List.of(TlsVersion.SSL_3_0, TlsVersion.TLS_1_0, TlsVersion.TLS_1_1);
    private static final List<SuiteKind> WEAK =
            List.of(
                    SuiteKind.NULL,
                    SuiteKind.INTEGRITY,
                    SuiteKind.ANONYMOUS,
                    SuiteKind.EXPORT,
                    SuiteKind.RC4,
                    SuiteKind.SHORT_BLOCK);
    private static final List<Suite> CLASSIC =
            Suite.of(
                    SuiteKind.AEAD,
                    SuiteKind.CBC,
                    SuiteKind.STATIC,
                    SuiteKind.SHORT_BLOCK,
                    SuiteKind.RC4);
    private static final List<Suite> ANY =
            Suite.ALL.stream().filter(each -> !each.kind().ofTls13()).toList();

    private final Handshakes handshakes;
    private final Answer modern;
    private final Answer classic;
    private final Set<TlsVersion> oldOnes = EnumSet.noneOf(TlsVersion.class);

    /** Begins with what nearly every service takes. */
    ProtocolLook(Handshakes handshakes) throws InterruptedException {
        this.handshakes = handshakes;
        Answer first = handshakes.hello(TlsVersion.TLS_1_3, Suite.of(SuiteKind.MODERN));
        this.classic = handshakes.hello(TlsVersion.TLS_1_2, CLASSIC);
        // Nothing had gone well yet to hold a refusal against.
        this.modern = handshakes.confirmed(first);
    }

    /** Whether there is a TLS service at all. */
    boolean any() {
        return accepted(modern).isPresent() || accepted(classic).isPresent();
    }

    /** What the service says in the open. */
    Optional<Accepted> classic() {
        return accepted(classic);
    }

    /** Why a rule cannot be judged when there is no TLS service. */
    Finding nothing(CheckInfo rule) {
        return unclear(rule, classic);
    }

    /** Everything about versions and suites. */
    List<Finding> findings() throws InterruptedException {
        List<Finding> findings = new ArrayList<>(old());
        findings.add(current());
        findings.addAll(weak());
        findings.add(forwardSecrecy());
        findings.add(authenticated());
        findings.add(compression());
        findings.add(renegotiation());
        findings.add(alpn());
        return findings;
    }

    private List<Finding> old() throws InterruptedException {
        List<Finding> findings = new ArrayList<>();
        for (TlsVersion version : OLD) {
            Answer answer = handshakes.hello(version, ANY);
            Optional<Accepted> accepted = accepted(answer);
            if (accepted.filter(each -> each.is(version)).isPresent()) {
                oldOnes.add(version);
                findings.add(
                        Finding.fail(
                                        TlsRules.OLD_VERSION,
                                        "the service takes "
                                                + version.words()
                                                + " ("
                                                + Suite.name(accepted.get().suite())
                                                + ")")
                                .as(version == TlsVersion.SSL_3_0 ? Severity.HIGH : Severity.MEDIUM)
                                .keyed(version.words()));
            } else if (accepted.isEmpty() && !refused(answer)) {
                findings.add(unclear(TlsRules.OLD_VERSION, answer).keyed(version.words()));
            }
        }
        return findings.isEmpty()
                ? List.of(
                        Finding.pass(
                                TlsRules.OLD_VERSION,
                                "the service refuses SSL 3.0, TLS 1.0 and TLS 1.1"))
                : findings;
    }

    private Finding current() {
        boolean newest = accepted(modern).filter(each -> each.is(TlsVersion.TLS_1_3)).isPresent();
        boolean recent = accepted(classic).filter(each -> each.is(TlsVersion.TLS_1_2)).isPresent();
        if (newest) {
            return Finding.pass(
                    TlsRules.CURRENT_VERSION,
                    recent ? "the service takes TLS 1.3 and TLS 1.2" : "the service takes TLS 1.3");
        }
        if (!refused(modern) && accepted(modern).isEmpty()) {
            return unclear(TlsRules.CURRENT_VERSION, modern);
        }
        return recent
                ? Finding.fail(
                                TlsRules.CURRENT_VERSION,
                                "TLS 1.2 is the newest version that the service takes")
                        .as(Severity.INFO)
                : Finding.fail(
                                TlsRules.CURRENT_VERSION,
                                "the service takes neither TLS 1.3 nor TLS 1.2")
                        .as(Severity.HIGH);
    }

    private List<Finding> weak() throws InterruptedException {
        List<Finding> findings = new ArrayList<>();
        for (SuiteKind kind : WEAK) {
            taken(TlsRules.WEAK_SUITE, kind, weak(kind))
                    .map(each ->
                            kind == SuiteKind.SHORT_BLOCK || kind == SuiteKind.RC4
                                    ? each.as(Severity.MEDIUM)
                                    : each)
                    .ifPresent(findings::add);
        }
        return findings.isEmpty()
                ? List.of(
                        Finding.pass(
                                TlsRules.WEAK_SUITE,
                                "the service refuses suites with NULL, without authentication, with"
                                        + " export keys, RC4, DES and Triple DES"))
                : findings;
    }

    // Export keys and DES ended with TLS 1.0: a service may have them there alone.
    private Answer weak(SuiteKind kind) throws InterruptedException {
        if (kind.ofTls13()) {
            return handshakes.hello(TlsVersion.TLS_1_3, Suite.of(kind));
        }
        Answer answer = handshakes.hello(TlsVersion.TLS_1_2, Suite.of(kind));
        for (TlsVersion version : List.of(TlsVersion.TLS_1_0, TlsVersion.SSL_3_0)) {
            if (refused(answer) && oldOnes.contains(version)) {
                answer = handshakes.hello(version, Suite.of(kind));
            }
        }
        return answer;
    }

    private Finding forwardSecrecy() throws InterruptedException {
        Answer answer = weak(SuiteKind.STATIC);
        return taken(TlsRules.FORWARD_SECRECY, SuiteKind.STATIC, answer)
                .orElseGet(() ->
                        Finding.pass(
                                TlsRules.FORWARD_SECRECY,
                                "the service refuses suites without forward secrecy"));
    }

    /** What is wrong with an answer to suites that a service should refuse, or nothing. */
    private static Optional<Finding> taken(CheckInfo rule, SuiteKind kind, Answer answer) {
        Optional<Accepted> accepted = accepted(answer);
        if (accepted.isPresent()) {
            String name = Suite.name(accepted.get().suite());
            boolean asked =
                    Suite.of(kind).stream()
                            .anyMatch(each -> each.number() == accepted.get().suite());
            return Optional.of(
                    (asked
                                    ? Finding.fail(
                                            rule, "the service takes " + name + ": " + kind.words())
                                    : Finding.unknown(
                                            rule,
                                            "the service chose "
                                                    + name
                                                    + ", which it was not asked for"))
                            .keyed(kind.words()));
        }
        return refused(answer)
                ? Optional.empty()
                : Optional.of(unclear(rule, answer).keyed(kind.words()));
    }

    private Finding authenticated() throws InterruptedException {
        if (accepted(modern).isPresent()) {
            return Finding.pass(
                    TlsRules.AUTHENTICATED, "TLS 1.3 has authenticated encryption alone");
        }
        List<Suite> both =
                Suite.ALL.stream()
                        .filter(each -> each.name().matches(".*_(GCM|CCM|POLY1305)(_.*)?"))
                        .filter(each -> each.kind() != SuiteKind.ANONYMOUS)
                        .filter(each -> !each.kind().ofTls13())
                        .toList();
        Answer answer = handshakes.hello(TlsVersion.TLS_1_2, both);
        if (accepted(answer).isPresent()) {
            return Finding.pass(
                    TlsRules.AUTHENTICATED,
                    "the service takes " + Suite.name(accepted(answer).get().suite()));
        }
        return refused(answer)
                ? Finding.fail(
                        TlsRules.AUTHENTICATED,
                        "the service refuses every suite with authenticated encryption")
                : unclear(TlsRules.AUTHENTICATED, answer);
    }

    private Finding compression() {
        return accepted(classic)
                .map(hello ->
                        hello.compressed()
                                ? Finding.fail(
                                        TlsRules.COMPRESSION,
                                        "the service chose to compress when it was offered")
                                : Finding.pass(
                                        TlsRules.COMPRESSION,
                                        "the service does not compress when it is offered"))
                .orElseGet(() ->
                        refused(classic)
                                ? Finding.pass(
                                        TlsRules.COMPRESSION,
                                        "the service takes TLS 1.3 alone, which cannot"
                                                + " compress")
                                : unclear(TlsRules.COMPRESSION, classic));
    }

    private Finding renegotiation() {
        return accepted(classic)
                .map(hello ->
                        hello.renegotiation()
                                ? Finding.pass(
                                        TlsRules.RENEGOTIATION,
                                        "the service says that renegotiation is bound to"
                                                + " the connection")
                                : Finding.fail(
                                        TlsRules.RENEGOTIATION,
                                        "the service does not answer the"
                                                + " renegotiation_info of RFC 5746"))
                .orElseGet(() ->
                        refused(classic)
                                ? Finding.pass(
                                        TlsRules.RENEGOTIATION,
                                        "the service takes TLS 1.3 alone, which has no"
                                                + " renegotiation")
                                : unclear(TlsRules.RENEGOTIATION, classic));
    }

    private Finding alpn() {
        Optional<Accepted> hello = accepted(classic);
        if (hello.isEmpty()) {
            return refused(classic)
                    ? Finding.notApplicable(
                            TlsRules.ALPN, "in TLS 1.3 the choice is encrypted and not looked at")
                    : unclear(TlsRules.ALPN, classic);
        }
        Optional<String> chosen = hello.get().alpn();
        if (chosen.isEmpty()) {
            return Finding.notApplicable(
                    TlsRules.ALPN, "the service does not choose a protocol by ALPN");
        }
        return switch (chosen.get()) {
            case "h2", "http/1.1" ->
                    Finding.pass(TlsRules.ALPN, "the service chose " + chosen.get());
            default ->
                    Finding.fail(
                            TlsRules.ALPN,
                            "the service chose a protocol other than h2 and http/1.1");
        };
    }

    private static Optional<Accepted> accepted(Answer answer) {
        return answer instanceof Answer.Said said && said.reply() instanceof Accepted accepted
                ? Optional.of(accepted)
                : Optional.empty();
    }

    private static boolean refused(Answer answer) {
        return answer instanceof Answer.Said said && said.reply() instanceof Refused;
    }

    private static Finding unclear(CheckInfo rule, Answer answer) {
        return switch (answer) {
            case Answer.NoLine none -> NoAnswer.of(rule, none.because());
            case Answer.Said said ->
                    switch (said.reply()) {
                        case Refused refused ->
                                Finding.unknown(rule, "no TLS handshake: " + refused.words());
                        case Unclear unclear ->
                                Finding.unknown(rule, "no TLS handshake: " + unclear.words());
                        case Accepted _ -> Finding.unknown(rule, "another version was chosen");
                    };
        };
    }
}
