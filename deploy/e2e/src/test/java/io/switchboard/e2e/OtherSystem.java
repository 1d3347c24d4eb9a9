package io.switchboard.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.platform.Addresses;
import io.switchboard.platform.doors.Http;
import io.switchboard.platform.doors.Tokens;
import io.switchboard.platform.parts.PartName;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** A system that knows customers, such as a CRM; src/test/sources says how its records are read. */
record OtherSystem(Addresses suite) {
    static final String SOURCE = "nightly";

    /** Tells of a customer. */
    void tell(String id, String record) throws InterruptedException {
        HttpResponse<String> answer = ask(HttpRequest.newBuilder(door("sources/" + SOURCE + "/records/" + id))
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(record)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    HttpResponse<String> ask(HttpRequest.Builder request) throws InterruptedException {
        String token = new Tokens(suite.tokens()).ofClient("crm", "crm-secret-for-local-use");
        return Http.send(request.header("Authorization", "Bearer " + token));
    }

    URI door(String path) {
        return URI.create(suite.service(PartName.CUSTOMER_PROFILE) + "/api/v1/" + path);
    }
}
