package dev.holdfast.secrets.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Keys that may live at one of several hosts. */
final class HostsTest {
    private static final String US = "api.mailgun.net";
    private static final String EU = "api.eu.mailgun.net";
    private static final String SITE = "api.datadoghq.com";
    private static final String LIVE = "{\"valid\":true}";
    private static final String DEAD = "{\"errors\":[\"Forbidden\"]}";

    private static final FakeApi MAILGUN = api("Mailgun");
    private static final FakeApi DATADOG = api("Datadog");
    private static final FakeApi AWS = api("AWS");

    private static FakeApi api(String name) {
        return FakeApi.all().stream()
                .filter(each -> each.provider().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Verifier verifier(Loopback fake, Set<String> hosts) {
        ProviderSet providers = ProviderSet.shipped();
        ManualTime time = new ManualTime();
        return new Verifier(
                providers,
                providers.hosts().narrowedTo(hosts),
                Endpoints.NONE,
                fake.transport(Duration.ofSeconds(20)),
                time,
                new RateCap(time, time, 200));
    }

    private static Set<String> all(FakeApi api) {
        Set<String> hosts = new java.util.HashSet<>(api.also());
        hosts.add(api.request().replaceAll("^[A-Z]+ |/.*", ""));
        return hosts;
    }

    @Test
    void livesWhenTheSecondHostKnowsTheKey() {
        try (Loopback fake =
                new Loopback(seen ->
                        seen.host().equals(EU)
                                ? Loopback.Reply.json(200, MAILGUN.live())
                                : Loopback.Reply.json(401, "{\"message\":\"Invalid\"}"))) {
            Liveness found = verifier(fake, Set.of(US, EU)).ask(MAILGUN.credential());
            assertEquals(State.LIVE, found.state(), found.reason());
            assertTrue(found.asked().contains(EU), found.asked());
        }
    }

    @Test
    void isDeadWhenAllHostsSaySo() {
        try (Loopback fake = new Loopback(_ -> Loopback.Reply.json(403, DEAD))) {
            assertEquals(
                    State.DEAD, verifier(fake, all(DATADOG)).ask(DATADOG.credential()).state());
            assertEquals(7, fake.seen().size());
        }
    }

    @Test
    void isNotDeadWhenOneHostMayNotBeAsked() {
        try (Loopback fake = new Loopback(_ -> Loopback.Reply.json(403, DEAD))) {
            Liveness found = verifier(fake, Set.of(SITE)).ask(DATADOG.credential());
            assertEquals(State.UNKNOWN, found.state());
            assertTrue(found.reason().contains("does not allow to ask api."), found.reason());
            assertEquals("GET https://api.datadoghq.com/api/v1/validate", found.asked());
            assertEquals(1, fake.seen().size());
        }
    }

    @Test
    void isNotDeadWhenOneHostFails() {
        try (Loopback fake =
                new Loopback(seen ->
                        seen.host().equals("api.datadoghq.eu")
                                ? Loopback.Reply.json(500, "{}")
                                : Loopback.Reply.json(403, DEAD))) {
            assertEquals(
                    State.UNKNOWN, verifier(fake, all(DATADOG)).ask(DATADOG.credential()).state());
        }
    }

    @Test
    void asksNoFurtherHostWhenOneKnowsTheKey() {
        try (Loopback fake = new Loopback(_ -> Loopback.Reply.json(200, LIVE))) {
            assertEquals(
                    State.LIVE, verifier(fake, all(DATADOG)).ask(DATADOG.credential()).state());
            assertEquals(1, fake.seen().size());
        }
    }

    @Test
    void halvesThatAreNoPairAreNotDead() {
        String error =
                "<ErrorResponse><Error><Code>SignatureDoesNotMatch</Code></Error></ErrorResponse>";
        try (Loopback fake = new Loopback(_ -> Loopback.Reply.typed(403, "text/xml", error))) {
            assertEquals(State.UNKNOWN, verifier(fake, all(AWS)).ask(AWS.credential()).state());
        }
    }

    @Test
    void signsForTheRegionOfEachHost() {
        try (Loopback fake = new Loopback(_ -> Loopback.Reply.json(500, "{}"))) {
            verifier(fake, all(AWS)).ask(AWS.credential());
            List<String> regions =
                    fake.seen().stream()
                            .map(each -> each.headers().getOrDefault("Authorization", ""))
                            .map(each -> each.split("/", -1)[2])
                            .toList();
            assertEquals(List.of("us-east-1", "us-gov-west-1", "cn-north-1"), regions);
        }
    }

    @Test
    void aTemporaryIdIsNotSentWithoutItsSession() {
        Credential temporary =
                new Credential(
                        "secrets.aws-access-key",
                        FakeApi.bytes("AS" + "IA" + "Z3MXK7QPLB2VRTN5"),
                        Map.of("half", FakeApi.bytes("aB1+".repeat(10))));
        try (Loopback fake = new Loopback(_ -> Loopback.Reply.json(403, DEAD))) {
            assertEquals(State.UNKNOWN, verifier(fake, all(AWS)).ask(temporary).state());
            assertEquals(0, fake.seen().size());
        }
    }

    @Test
    void ofSeveralWaysOneThatLivesCounts() {
        Credential other =
                new Credential("secrets.datadog-api-key", FakeApi.bytes("b2".repeat(16)), Map.of());
        try (Loopback fake =
                new Loopback(seen ->
                        seen.headers().getOrDefault("DD-API-KEY", "").startsWith("b2")
                                ? Loopback.Reply.json(200, LIVE)
                                : Loopback.Reply.json(403, DEAD))) {
            Verifier verifier = verifier(fake, all(DATADOG));
            assertEquals(State.LIVE, verifier.askAny(List.of(DATADOG.credential(), other)).state());
            assertEquals(State.DEAD, verifier.askAny(List.of(DATADOG.credential())).state());
        }
    }
}
