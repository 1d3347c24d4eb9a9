package io.switchboard.kit.rest;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which version a caller thinks is in force. Changing what one has not seen would undo what others did. */
public final class Precondition {
    private static final Pattern VERSION = Pattern.compile("\"(\\d{1,9})\"");
    private static final int PRECONDITION_REQUIRED = 428;

    private Precondition() {}

    /**
     * Returns the version that must be in force, 0 for none.
     *
     * @throws HttpProblem 428 when the caller does not say, 412 when it names what no version is called
     */
    public static int expected(@Nullable String ifMatch, @Nullable String ifNoneMatch) {
        if (ifMatch == null) {
            if (ifNoneMatch != null && ifNoneMatch.strip().equals("*")) {
                return 0;
            }
            throw HttpProblem.builder()
                    .withStatus(PRECONDITION_REQUIRED)
                    .withTitle("Precondition Required")
                    .withDetail(
                            "Send the ETag of the version that this one follows as If-Match, or If-None-Match: * for the"
                                    + " first one.")
                    .build();
        }
        Matcher version = VERSION.matcher(ifMatch.strip());
        if (!version.matches()) {
            throw HttpProblem.builder()
                    .withStatus(Response.Status.PRECONDITION_FAILED)
                    .withTitle("Precondition Failed")
                    .withDetail("If-Match takes the ETag of one version, such as \"7\".")
                    .build();
        }
        return Integer.parseInt(version.group(1));
    }
}
