package io.switchboard.k8s;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The names of variables that a service reads: those of the keys in its configuration and the kit's, those that its files
 * name, those of its code's settings, and those of the Quarkus extensions it is built with.
 */
final class EnvironmentNames {
    /** Quarkus' own settings that need no key of ours, by the extension that reads them. */
    private static final Map<String, String> EXTENSIONS = Map.of(
            "QUARKUS_REDIS_HOSTS", "quarkus-redis-client",
            "QUARKUS_OIDC_CREDENTIALS_SECRET", "quarkus-oidc",
            "QUARKUS_DATASOURCE_USERNAME", "quarkus-jdbc-postgresql",
            "QUARKUS_DATASOURCE_PASSWORD", "quarkus-jdbc-postgresql",
            "QUARKUS_DATASOURCE_JDBC_URL", "quarkus-jdbc-postgresql",
            "QUARKUS_DATASOURCE_REACTIVE_URL", "quarkus-reactive-pg-client");

    private static final Pattern PLACE_HOLDER = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]+)");
    private static final Pattern QUOTED_KEY = Pattern.compile("\"(switchboard(?:\\.[a-z0-9-]+)+)\"");
    private static final Pattern MAPPING = Pattern.compile("@ConfigMapping\\(prefix = \"([a-z0-9.-]+)\"");
    private static final Pattern METHOD = Pattern.compile("\\b([a-z][A-Za-z0-9]*)\\(\\)");

    private final Set<String> names = new TreeSet<>();
    private final List<Pattern> mapped;
    private final String poms;

    private EnvironmentNames(String service) {
        ServiceSettings settings = ServiceSettings.of(service);
        List<Path> modules = List.of(settings.module(), ServiceSettings.KIT);
        poms = modules.stream()
                .map(each -> Checkout.text(each.resolve("pom.xml")))
                .collect(Collectors.joining());
        settings.properties().stringPropertyNames().forEach(key -> names.add(variable(key)));

        List<String> code = modules.stream()
                .flatMap(each -> Checkout.files(each.resolve("src/main/java"), ".java").stream())
                .map(Checkout::text)
                .toList();
        code.forEach(text -> matches(QUOTED_KEY, text).forEach(key -> names.add(variable(key))));
        mapped = code.stream().flatMap(EnvironmentNames::mapping).toList();
        Stream.concat(
                        code.stream(),
                        Stream.of(settings.module().resolve("src/main/resources"), supplied(service))
                                .flatMap(each -> Stream.of(".properties", ".yaml", ".yml")
                                        .flatMap(suffix -> Checkout.files(each, suffix).stream()))
                                .map(Checkout::text))
                .forEach(text -> matches(PLACE_HOLDER, text).forEach(names::add));
    }

    static EnvironmentNames of(String service) {
        return new EnvironmentNames(service);
    }

    /** Tells whether the service reads {@code name}. */
    boolean reads(String name) {
        return names.contains(name)
                || mapped.stream().anyMatch(each -> each.matcher(name).matches())
                || (EXTENSIONS.containsKey(name) && poms.contains("<artifactId>" + EXTENSIONS.get(name) + "<"));
    }

    /** Returns the samples of the files that others supply; the variables they name are the service's too. */
    private static Path supplied(String service) {
        return Checkout.ROOT.resolve(service.equals("channel-gateway-service") ? "deploy/accounts" : "deploy/setup");
    }

    /** Returns the variable that Quarkus reads for a key. */
    private static String variable(String key) {
        return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    /** Returns what the variables of a mapped interface look like: its prefix, then names of its methods. */
    private static Stream<Pattern> mapping(String code) {
        String methods = matches(METHOD, code)
                .map(each -> variable(each.replaceAll("([A-Z])", "-$1")))
                .distinct()
                .collect(Collectors.joining("|"));
        return matches(MAPPING, code).map(prefix -> Pattern.compile(variable(prefix) + "(_(" + methods + "))+"));
    }

    private static Stream<String> matches(Pattern pattern, String text) {
        return pattern.matcher(text).results().map((MatchResult each) -> each.group(1));
    }
}
