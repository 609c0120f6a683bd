package dev.holdfast.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.cli.shop.Fault;
import dev.holdfast.cli.shop.Shop;
import dev.holdfast.cli.shop.ShopPolicy;
import dev.holdfast.core.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The probes against a shop that does everything right, and one thing wrong at a time. */
class ProbeCommandsTest {
    @TempDir private Path certificates;
    @TempDir private Path folder;

    private Run probe(Shop shop, String... args) throws IOException {
        Path policy = folder.resolve("holdfast.yaml");
        Files.writeString(policy, ShopPolicy.of(shop));
        List<String> line = new ArrayList<>(List.of("probe"));
        line.addAll(List.of(args));
        line.addAll(List.of("--policy", policy.toString()));
        return Run.of(
                shop.environment(), InputStream.nullInputStream(), line.toArray(String[]::new));
    }

    private static Set<String> ids(Run run, String outcome) {
        Set<String> ids = new TreeSet<>();
        for (String line : run.out().lines().toList()) {
            Map<String, @Nullable Object> result = JsonReader.object(line).orElseThrow();
            if (outcome.equals(result.get("outcome"))) {
                ids.add(result.get("check") + " " + result.get("subject"));
            }
        }
        return ids;
    }

    private static Set<String> checks(Set<String> ids) {
        Set<String> checks = new TreeSet<>();
        ids.forEach(each -> checks.add(each.substring(0, each.indexOf(' '))));
        return checks;
    }

    private static Shop open(Fault... faults) throws Exception {
        return Shop.openPlain(faults.length == 0 ? Set.of() : EnumSet.copyOf(List.of(faults)));
    }

    private Run all(Shop shop) throws IOException {
        return probe(shop, "all", "--target", "shop", "--allow-destructive", "--format", "jsonl");
    }

    private static void assertGreen(Run run) {
        assertEquals(Set.of(), ids(run, "fail"), run.err());
        assertEquals(Set.of(), ids(run, "unknown"));
        assertEquals(Set.of(), ids(run, "error"));
        assertEquals(0, run.code(), run.err());
    }

    @Test
    void everyProbeOfAHardenedServiceIsGreen() throws Exception {
        try (Shop shop = open()) {
            assertGreen(all(shop));
        }
    }

    @Test
    void everyHeaderOfAHardenedServiceIsGreenOverTls() throws Exception {
        try (Shop shop = Shop.open(certificates, Set.of())) {
            for (String word : List.of("headers", "cookies", "csp", "tls")) {
                assertGreen(probe(shop, word, "--target", "shop", "--format", "jsonl"));
            }
        }
    }

    @Test
    void aForgottenStrictTransportSecurityIsRedAndNothingElse() throws Exception {
        try (Shop shop = Shop.open(certificates, EnumSet.of(Fault.NO_HSTS))) {
            Run run = probe(shop, "headers", "--target", "shop", "--format", "jsonl");
            assertEquals(Fault.NO_HSTS.checks(), checks(ids(run, "fail")));
        }
    }

    /** Faults that hide each other are in different groups. */
    static Stream<Set<Fault>> groups() {
        return Stream.of(
                EnumSet.of(
                        Fault.SNIFFED,
                        Fault.FRAMED,
                        Fault.REFERRER_SENT,
                        Fault.SERVER_NAMED,
                        Fault.ACCOUNT_CACHED,
                        Fault.INLINE_SCRIPTS,
                        Fault.ORIGIN_REFLECTED,
                        Fault.COOKIE_OPEN,
                        Fault.ADMIN_OPEN,
                        Fault.ORDER_OF_ANYBODY,
                        Fault.SIGNATURE_NOT_CHECKED,
                        Fault.WEBHOOK_UNSIGNED,
                        Fault.NO_LIMIT,
                        Fault.HONEYPOT_SILENT,
                        Fault.REFRESH_NOT_ROTATED),
                EnumSet.of(
                        Fault.NONCE_REPEATED,
                        Fault.NULL_ORIGIN,
                        Fault.ADMIN_BY_SLASH,
                        Fault.NONE_ACCEPTED,
                        Fault.WEBHOOK_STALE,
                        Fault.LIMIT_BY_FORWARDED_FOR,
                        Fault.LOGOUT_IGNORED),
                EnumSet.of(
                        Fault.CSP_FORGOTTEN,
                        Fault.VARY_FORGOTTEN,
                        Fault.EXPIRED_ACCEPTED,
                        Fault.WEBHOOK_TWICE,
                        Fault.RETRY_NOT_TOLD));
    }

    @ParameterizedTest
    @MethodSource("groups")
    void everyPlantedFaultIsRedAndNothingElse(Set<Fault> faults) throws Exception {
        Set<String> expected = new TreeSet<>();
        faults.forEach(each -> expected.addAll(each.checks()));
        try (Shop shop = Shop.openPlain(faults)) {
            assertEquals(expected, checks(ids(all(shop), "fail")));
        }
    }

    @Test
    void noSecretIsInAnyReport() throws Exception {
        try (Shop shop = open(Fault.values())) {
            Path record = folder.resolve("record.jsonl");
            StringBuilder said = new StringBuilder();
            for (String format : List.of("text", "html")) {
                Run run =
                        probe(
                                shop,
                                "all",
                                "--target",
                                "shop",
                                "--allow-destructive",
                                "--format",
                                format,
                                "--record",
                                record.toString());
                said.append(run.out()).append(run.err()).append(Files.readString(record));
            }
            for (Map.Entry<String, String> secret : shop.environment().entrySet()) {
                String value = secret.getValue();
                String telling = value.substring(value.length() - 14).strip();
                assertFalse(said.toString().contains(telling), secret.getKey());
            }
            assertTrue(said.length() > 100_000, "the reports are empty");
        }
    }

    @Test
    void nothingIsTriedInProduction() throws Exception {
        try (Shop shop = open()) {
            Path policy = folder.resolve("production.yaml");
            Files.writeString(
                    policy,
                    ShopPolicy.of(shop).replace("environment: test", "environment: production"));
            Run run =
                    Run.of(
                            shop.environment(),
                            InputStream.nullInputStream(),
                            "probe",
                            "webhook",
                            "--target",
                            "shop",
                            "--format",
                            "jsonl",
                            "--policy",
                            policy.toString());
            assertEquals(3, run.code());
            assertEquals(Set.of(), ids(run, "pass"));
        }
    }

    @Test
    void aTargetIsANameOfThePolicy() throws Exception {
        try (Shop shop = open()) {
            for (String target :
                    List.of("http://127.0.0.1:" + shop.port(), "shopp", "", "127.0.0.1")) {
                Run run = probe(shop, "headers", "--target", target);
                assertEquals(2, run.code(), target);
                assertEquals("", run.out());
            }
            assertEquals(2, probe(shop, "headers").code());
        }
    }

    @Test
    void aServiceThatIsNotThereIsUnknown() throws Exception {
        Shop shop = open();
        shop.close();
        Run run =
                probe(shop, "all", "--target", "shop", "--allow-destructive", "--format", "jsonl");
        assertEquals(3, run.code(), run.out());
        assertEquals(Set.of(), ids(run, "pass"));
        assertEquals(Set.of(), ids(run, "fail"));
    }

    @Test
    void theMaintenanceSwitchIsLookedAt() throws Exception {
        try (Shop shop = open()) {
            shop.maintenance(true);
            Run run = probe(shop, "maintenance", "--target", "shop", "--format", "jsonl");
            assertEquals(0, run.code(), run.out());
            shop.maintenance(false);
            assertEquals(
                    3, probe(shop, "maintenance", "--target", "shop", "--format", "jsonl").code());
        }
    }
}
