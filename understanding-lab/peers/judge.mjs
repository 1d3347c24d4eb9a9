// Asks a published judge. Usage: node judge.mjs (vader | afinn) (label | time)
// Beside it, texts.json holds an array of texts; the answer goes to answer.json.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const ROUNDS = 5;
// From here on, says VADER's README, a text is positive or negative.
const VADER_CUT = 0.05;

const label = (score, cut) => (score >= cut ? 'positive' : score <= -cut ? 'negative' : 'neutral');

const judges = {
    vader() {
        const { SentimentIntensityAnalyzer } = require('vader-sentiment');
        return text => label(SentimentIntensityAnalyzer.polarity_scores(text).compound, VADER_CUT);
    },
    afinn() {
        const Sentiment = require('sentiment');
        const sentiment = new Sentiment();
        // A sum of whole numbers: whatever is not nothing is one at least.
        return text => label(sentiment.analyze(text).score, 1);
    },
};

function perCpuSecond(judge, texts) {
    const { user, system } = process.cpuUsage();
    texts.forEach(text => judge(text));
    const after = process.cpuUsage();
    return (texts.length * 1e6) / (after.user - user + after.system - system);
}

function median(values) {
    return values.sort((a, b) => a - b)[values.length >> 1];
}

function time(judge, texts) {
    texts.forEach(text => judge(text));
    return median(Array.from({ length: ROUNDS }, () => perCpuSecond(judge, texts)));
}

const [name, what] = process.argv.slice(2);
const judge = judges[name]();
const texts = JSON.parse(readFileSync(new URL('texts.json', import.meta.url), 'utf8'));
const answer =
    what === 'time' ? { labels: [], perCpuSecond: time(judge, texts) } : { labels: texts.map(text => judge(text)), perCpuSecond: 0 };
writeFileSync(new URL('answer.json', import.meta.url), JSON.stringify(answer));
