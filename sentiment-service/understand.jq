# Shows judgements. Reads what the service was asked and what it answers; $colors is empty where there are none.

# A word that decided is marked by what it decided; one that decided several things, by the first of these.
def kinds: ["feeling", "topic", "relevance"];

def paint($kind):
  if $colors == "" then .
  else "\u001b[1;\({feeling: 35, topic: 33, relevance: 36}[$kind] // 37)m\(.)\u001b[0m" end;

def mark($kind): if $colors == "" then "[\(.)]" else paint($kind) end;

# Others wrote it: nothing in it may steer a terminal.
def harmless: gsub("\\p{Cc}"; " ");

# Mentions, addresses and numbers are one letter each to the judge.
def shown: gsub("\u0001"; "@…") | gsub("\u0002"; "https://…") | gsub("\u0003"; "0") | harmless;

# A word without the commas and brackets around it, which the judge of relevance takes for a part of it.
def bare: if test("\\p{L}") then sub("^[^\\p{L}\\p{N}\\p{Cc}]+"; "") | sub("[^\\p{L}\\p{N}\\p{Cc}]+$"; "") else . end;

# A pattern that finds a word or phrase as the judge read it: without case, one blank for all that is between words.
def pattern:
  (if test("\\p{L}") then {before: "(?<!\\w)", after: "(?!\\w)"} else {before: "(?<!\\S)", after: "(?!\\S)"} end) as $edge
  | $edge.before + (.
    | gsub("(?<sign>[\\\\.^$|?*+()\\[\\]{}-])"; "\\\(.sign)")
    | gsub("'"; "['’]") | gsub(" "; "[^\\p{L}]+")
    | gsub("\u0001"; "@[\\p{L}\\p{N}_]+") | gsub("\u0002"; "(?:https?://|www\\.)\\S+") | gsub("\u0003"; "\\p{N}+"))
  + $edge.after;

# {kind, word} of each reason; a rule has no word and is about relevance.
def decided: map((capture("^(?<kind>[a-z]+):(?<word>.+)$") | .word |= bare) // {kind: "relevance", rule: .});

# The text with the words that decided marked.
def marked($decided):
  harmless as $text
  | [$decided[] | select(.word) | {kind, word, pattern: (.word | pattern)}] as $words
  | if $words == [] then $text else
      ($words | sort_by(-(.word | length)) | map(.pattern) | join("|")) as $any
      | reduce ($text | match($any; "gi")) as $found ({at: 0, out: ""};
          [$words[] | . as $word | select($found.string | test("^(?:\($word.pattern))$"; "i")) | .kind] as $of
          | ((kinds | map(select(. as $kind | $of | index($kind))) | first) // $of[0]) as $kind
          | .out += $text[.at : $found.offset] + ($found.string | mark($kind))
          | .at = $found.offset + $found.length)
      | .out + $text[.at :]
    end;

def by($decided; $kind):
  [$decided[] | select(.kind == $kind) | .rule // (.word | shown)]
  | if . == [] then "" else "; by " + join(", ") end;

def percent: "\(. * 100 | round) %";
def rounded: . * 100 | round / 100;
def line($name; $kind): "  \($name + " " * (11 - ($name | length)) | paint($kind))\(.)";

def emotions: if . == {} then "no emotion stands out"
  else to_entries | sort_by(-.value) | map("\(.key) \(.value | percent)") | join(", ") end;

def judgement($text):
  (.reasons | decided) as $decided
  | ($text | marked($decided)),
    ("\(.relevance) \(.relevanceProbability | percent)\(by($decided; "relevance"))" | line("relevance"; "relevance")),
    ("polarity \(.polarity | rounded) with confidence \(.confidence | percent), \(.emotions | emotions)\(by($decided; "feeling"))"
      | line("feeling"; "feeling")),
    ("\(.topic), \(if .skills == [] then "no skill needed" else "skills " + (.skills | join(", ")) end)\(by($decided; "topic"))"
      | line("topic"; "topic")),
    ("\(.urgency | rounded), churn risk \(.churnRisk | rounded)" | line("urgency"; "")),
    ("\(.tier), \(.model), language \(.language)" | line("judge"; "")),
    ($decided | map(select(.kind as $kind | kinds | index($kind) | not)) | select(. != [])
      | map("\(.kind) by \(.word | shown)") | join(", ") | line("also"; "")),
    "";

input.texts as $texts | [$texts, [input.understandings[].understanding]] | transpose[] | .[0].text as $text | .[1] | judgement($text)
