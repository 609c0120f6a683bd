package dev.holdfast.secrets.verify;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The reviewed data: every provider that may be asked. */
final class ProviderSet {
    private static final String FILE = "providers.yaml";
    private final List<Provider> providers;

    ProviderSet(List<Provider> providers) {
        this.providers = List.copyOf(providers);
    }

    /** What this program brings along. */
    static ProviderSet shipped() {
        try (InputStream in = ProviderSet.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is missing");
            }
            return new ProviderSet(ProviderReader.read(in.readAllBytes(), FILE));
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

    AllowList hosts() {
        Set<String> hosts =
                providers.stream()
                        .filter(each -> each.under().isEmpty())
                        .map(Provider::host)
                        .collect(Collectors.toSet());
        Set<String> suffixes =
                providers.stream()
                        .flatMap(each -> each.under().stream())
                        .collect(Collectors.toSet());
        return new AllowList(hosts, suffixes, Optional.empty());
    }
}
