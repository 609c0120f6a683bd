package dev.holdfast.secrets.rule;

import static dev.holdfast.core.result.Severity.CRITICAL;

import dev.holdfast.secrets.engine.Bytes;
import java.util.List;
import java.util.stream.IntStream;

/** Keys of Microsoft Azure. */
final class AzureRules {
    private static final String PORTAL = "https://portal.azure.com";
    private static final String KEYS =
            "https://learn.microsoft.com/azure/storage/common/storage-account-keys-manage";

    private AzureRules() {}

    static List<PrefixRule> all() {
        // 64 and 32 bytes in base64: the padding is a part of the form.
        Shape shared = Shape.of(Bytes.STANDARD_BASE64, 43).then("=");
        return List.of(
                PrefixRule.of(
                        new Kind(
                                "azure-storage-key",
                                "Azure storage account key",
                                "Microsoft Azure",
                                CRITICAL,
                                "reads and writes everything in the storage account",
                                KEYS),
                        Shape.of(Bytes.STANDARD_BASE64, 86).then("=="),
                        "AccountKey="),
                PrefixRule.of(
                        new Kind(
                                "azure-shared-access-key",
                                "Azure Service Bus or Event Hubs key",
                                "Microsoft Azure",
                                CRITICAL,
                                "sends and receives the messages that its policy allows",
                                PORTAL),
                        shared,
                        "SharedAccessKey="),
                PrefixRule.of(
                        new Kind(
                                "azure-app-configuration-key",
                                "Azure App Configuration connection string",
                                "Microsoft Azure",
                                CRITICAL,
                                "reads or changes the configuration of applications",
                                PORTAL),
                        Shape.of(Bytes.BASE64, 4, 64)
                                .maybe(":", Bytes.BASE64, 1, 64)
                                .then(";Secret=", Bytes.STANDARD_BASE64, 43)
                                .then("="),
                        "azconfig.io;Id="));
    }

    static InfixRule clientSecret() {
        return new InfixRule(
                new Kind(
                        "azure-client-secret",
                        "Microsoft Entra client secret",
                        "Microsoft Azure",
                        CRITICAL,
                        "signs in as the application",
                        "https://entra.microsoft.com"),
                Bytes.UNRESERVED,
                3,
                3,
                IntStream.range(0, 10).mapToObj(digit -> digit + "Q~").toList(),
                Shape.of(Bytes.UNRESERVED, 31, 34));
    }
}
