package io.switchboard.profile.api.table;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Answers in the form that a caller likes best; JSON to whom all are the same. */
@ApplicationScoped
public class Tables {
    public static final String CSV = "text/csv";
    public static final String NDJSON = "application/x-ndjson";
    public static final String PARQUET = "application/vnd.apache.parquet";

    private static final List<Variant> FORMS = Variant.mediaTypes(
                    MediaType.APPLICATION_JSON_TYPE,
                    MediaType.valueOf(CSV),
                    MediaType.valueOf(NDJSON),
                    MediaType.valueOf(PARQUET))
            .build();

    private final ObjectMapper json;

    Tables(ObjectMapper json) {
        this.json = json;
    }

    /**
     * Answers with what is found.
     *
     * @param table makes a table of it; as JSON it is as it was found
     */
    public <T> Uni<Response> answer(Request request, Uni<T> found, Function<T, Table> table) {
        Variant form = request.selectVariant(FORMS);
        if (form == null) {
            throw new NotAcceptableException();
        }
        String type = form.getMediaType().toString();
        // Many rows take their time, and the first Parquet loads its classes: nobody else waits for that.
        return found.emitOn(Infrastructure.getDefaultWorkerPool())
                .map(body -> Response.ok(
                                switch (type) {
                                    case CSV -> Csv.of(table.apply(body));
                                    case NDJSON -> ndjson(table.apply(body));
                                    case PARQUET -> Parquet.of(table.apply(body));
                                    default -> body;
                                },
                                type.equals(CSV) ? CSV + ";charset=utf-8" : type)
                        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                        .build());
    }

    private String ndjson(Table table) {
        var lines = new StringBuilder();
        try {
            for (Map<String, @Nullable Object> row : table.rows()) {
                lines.append(json.writeValueAsString(row)).append('\n');
            }
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return lines.toString();
    }
}
