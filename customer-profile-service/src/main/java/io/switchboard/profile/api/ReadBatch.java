package io.switchboard.profile.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.profile.sources.BadRecordException;
import io.switchboard.profile.sources.IncomingRecord;
import io.switchboard.profile.sources.RecordReader;
import io.switchboard.profile.sources.Source;
import io.switchboard.profile.sources.SourceRecord.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** The records of one request: those that can be taken, and why the others can't. */
record ReadBatch(List<Optional<IncomingRecord>> read, List<String> problems) {

    static ReadBatch of(Source source, List<JsonNode> records, Instant at) {
        List<Optional<IncomingRecord>> read = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (JsonNode record : records) {
            try {
                read.add(Optional.of(RecordReader.read(source, record, at)));
            } catch (BadRecordException bad) {
                read.add(Optional.empty());
                problems.add(bad.reason());
            }
        }
        return new ReadBatch(read, problems);
    }

    List<IncomingRecord> good() {
        return read.stream().flatMap(Optional::stream).toList();
    }

    List<TakenRecord> answers(Source source, List<Outcome> outcomes) {
        Iterator<Outcome> outcome = outcomes.iterator();
        Iterator<String> problem = problems.iterator();
        return read.stream()
                .map(record -> record.map(taken -> TakenRecord.of(source, taken, outcome.next()))
                        .orElseGet(() -> TakenRecord.refused(problem.next())))
                .toList();
    }
}
