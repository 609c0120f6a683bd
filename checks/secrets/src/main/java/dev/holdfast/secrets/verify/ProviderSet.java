package dev.holdfast.secrets.verify;

import dev.holdfast.secrets.engine.Latin1;
import dev.holdfast.secrets.engine.TokenMatch;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The reviewed data: every provider that may be asked. */
final class ProviderSet {
    /** One reviewed file for each family of providers. */
    private static final List<String> FAMILIES =
            List.of(
                    "source",
                    "cloud",
                    "models",
                    "mail",
                    "messaging",
                    "payment",
                    "observability",
                    "service");

    private final List<Provider> providers;

    ProviderSet(List<Provider> providers) {
        this.providers = List.copyOf(providers);
    }

    /** What this program brings along. */
    static ProviderSet shipped() {
        List<Provider> all = new ArrayList<>();
        for (String family : FAMILIES) {
            all.addAll(read(family + ".yaml"));
        }
        return new ProviderSet(all);
    }

    private static List<Provider> read(String file) {
        try (InputStream in = ProviderSet.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is missing");
            }
            return ProviderReader.read(in.readAllBytes(), file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    List<Provider> providers() {
        return providers;
    }

    /** Who takes keys of a rule and of this form. */
    Optional<Provider> of(Credential credential) {
        List<Provider> known =
                providers.stream()
                        .filter(each -> each.rules().contains(credential.rule()))
                        .toList();
        return known.stream()
                .filter(each -> each.form().matcher(credential.secret().reveal()).matches())
                .findFirst()
                .or(() -> known.stream().findFirst());
    }

    /** A key as it stands in a text, with what its call needs; empty when nobody takes its rule. */
    Optional<Credential> credential(String rule, byte[] text, int length, TokenMatch token) {
        String value = Latin1.text(text, token.start(), token.end());
        List<Provider> known =
                providers.stream().filter(each -> each.rules().contains(rule)).toList();
        return known.stream()
                .filter(each -> each.form().matcher(value).matches())
                .findFirst()
                .or(() -> known.stream().findFirst())
                .map(each -> Beside.credential(each, rule, text, length, token));
    }

    AllowList hosts() {
        Set<String> hosts =
                providers.stream()
                        .filter(each -> each.under().isEmpty())
                        .flatMap(each -> each.hosts().stream())
                        .collect(Collectors.toSet());
        Set<String> suffixes =
                providers.stream()
                        .flatMap(each -> each.under().stream())
                        .collect(Collectors.toSet());
        return new AllowList(hosts, suffixes, Optional.empty());
    }
}
