package io.switchboard.k8s;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import com.google.gson.annotations.SerializedName;
import io.kubernetes.client.custom.IntOrString;
import io.kubernetes.client.custom.Quantity;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1Namespace;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1PersistentVolumeClaim;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1Secret;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1ServiceAccount;
import io.kubernetes.client.openapi.models.V1StatefulSet;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The cluster's own types: no unknown field, none missing, none of another type. The client's validation knows the names
 * and what is required; it lets a boolean pass for a string and a string for a number, so the types are compared here.
 */
final class BuiltInTypes implements Rule {
    private static final Map<String, Class<?>> KINDS = Map.of(
            "v1/Namespace", V1Namespace.class,
            "v1/Service", V1Service.class,
            "v1/ServiceAccount", V1ServiceAccount.class,
            "v1/ConfigMap", V1ConfigMap.class,
            "v1/Secret", V1Secret.class,
            "v1/PersistentVolumeClaim", V1PersistentVolumeClaim.class,
            "apps/v1/Deployment", V1Deployment.class,
            "apps/v1/StatefulSet", V1StatefulSet.class,
            "policy/v1/PodDisruptionBudget", V1PodDisruptionBudget.class,
            "networking.k8s.io/v1/NetworkPolicy", V1NetworkPolicy.class);
    private static final Set<Class<?>> NUMBERS = Set.of(Integer.class, Long.class, Double.class);

    @Override
    public Stream<Problem> problems(Rendering rendering) {
        return rendering.manifests().stream().flatMap(this::problems);
    }

    private Stream<Problem> problems(Manifest manifest) {
        String key = manifest.node().at("apiVersion").text() + "/" + manifest.kind();
        Class<?> type = KINDS.get(key);
        if (type == null) {
            return Stream.of(manifest.problem("is a " + key + ", a kind that this check does not know"));
        }
        JsonElement json = manifest.node().json().orElseThrow();
        List<Problem> wrongTypes =
                mistakes("", json, type).map(manifest::problem).toList();
        // A wrong type would be reported twice, the second time less clearly.
        return wrongTypes.isEmpty() ? validation(json, type).map(manifest::problem) : wrongTypes.stream();
    }

    private static Stream<String> validation(JsonElement json, Class<?> type) {
        try {
            type.getMethod("validateJsonElement", JsonElement.class).invoke(null, json);
            return Stream.empty();
        } catch (InvocationTargetException e) {
            // What follows is the whole object.
            return Stream.of(e.getCause().getMessage().replaceFirst("(?s) in the JSON string.*", ""));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Stream<String> mistakes(String path, JsonElement json, Type type) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            Type element = arguments[arguments.length - 1];
            if (generic.getRawType() == Map.class) {
                return json.isJsonObject()
                        ? json.getAsJsonObject().entrySet().stream()
                                .flatMap(each -> mistakes(path + "." + each.getKey(), each.getValue(), element))
                        : wrong(path, "an object", json);
            }
            return json.isJsonArray()
                    ? json.getAsJsonArray().asList().stream().flatMap(each -> mistakes(path + "[]", each, element))
                    : wrong(path, "a list", json);
        }
        return type instanceof Class<?> known ? mistakes(path, json, known) : Stream.empty();
    }

    private static Stream<String> mistakes(String path, JsonElement json, Class<?> type) {
        if (type == String.class) {
            return expect(json.isJsonPrimitive() && json.getAsJsonPrimitive().isString(), path, "a string", json);
        }
        if (type == Boolean.class) {
            return expect(json.isJsonPrimitive() && json.getAsJsonPrimitive().isBoolean(), path, "a boolean", json);
        }
        if (NUMBERS.contains(type)) {
            return expect(json.isJsonPrimitive() && json.getAsJsonPrimitive().isNumber(), path, "a number", json);
        }
        if (type == IntOrString.class || type == Quantity.class) {
            return expect(
                    json instanceof JsonPrimitive scalar && !scalar.isBoolean(), path, "a number or a string", json);
        }
        if (!type.getPackageName().startsWith("io.kubernetes.client.openapi.models")) {
            return Stream.empty();
        }
        return json.isJsonObject()
                ? json.getAsJsonObject().entrySet().stream().flatMap(each -> {
                    String below = path + "." + each.getKey();
                    return field(type, each.getKey())
                            .map(field -> mistakes(below, each.getValue(), field.getGenericType()))
                            .findFirst()
                            .orElseGet(() -> Stream.of(below.substring(1) + " is no field of " + type.getSimpleName()));
                })
                : wrong(path, "an object", json);
    }

    private static Stream<Field> field(Class<?> type, String name) {
        return Arrays.stream(type.getDeclaredFields()).filter(field -> {
            SerializedName serialized = field.getAnnotation(SerializedName.class);
            return serialized != null && serialized.value().equals(name);
        });
    }

    private static Stream<String> expect(boolean right, String path, String wanted, JsonElement json) {
        return right ? Stream.empty() : wrong(path, wanted, json);
    }

    private static Stream<String> wrong(String path, String wanted, JsonElement json) {
        return Stream.of(path.substring(1) + " is " + json + " and not " + wanted);
    }
}
