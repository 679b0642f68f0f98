"""What a careful user gets from Splink on one file: cleaned up, blocked, trained without labels, predicted and clustered.

    python with_splink.py FILE

Prints one JSON line: seconds (wall, CPU) from loading to clusters, without imports; the most memory of the process; pairs
scored; the best F1 over all thresholds and B-cubed at 0.95, against the column `cluster`, which nothing else reads.
"""
import json
import resource
import sys
import time

import duckdb
import splink.comparison_library as cl
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

TITLES = "mr mrs ms miss dr prof er eng engr ca adv smt shri sri shree thiru tmt kumari kum haji sheikh sheikha he hh capt col".split()
ROLES = "info sales admin contact office accounts hr enquiry support hello team marketing reception".split()
CITIES = {"bombay": "mumbai", "bangalore": "bengaluru", "blr": "bengaluru", "madras": "chennai", "poona": "pune",
          "gurgaon": "gurugram", "cochin": "kochi", "calcutta": "kolkata", "trivandrum": "thiruvananthapuram",
          "baroda": "vadodara", "hyd": "hyderabad", "newdelhi": "delhi", "mysore": "mysuru", "dxb": "dubai"}
SHARED = 12


def run(con, sql, given=None):
    """All rows of a statement: the connection takes no other before they are fetched."""
    return con.execute(sql, given).fetchall() if given else con.execute(sql).fetchall()


def listed(words):
    return "[" + ", ".join(f"'{word}'" for word in words) + "]"


def cleaned(con, columns):
    """The columns that Splink compares, from those of the file."""
    if "full_name" not in columns:
        text = ", ".join(f"nullif(trim(lower({name})), '') AS {name}" for name in columns if name != "cluster")
        run(con, f"CREATE TABLE people AS SELECT unique_id, {text} FROM raw")
        return
    city = "CASE " + " ".join(f"WHEN c = '{a}' THEN '{b}'" for a, b in CITIES.items()) + " ELSE nullif(c, '') END"
    run(con, f"""CREATE TABLE parts AS SELECT unique_id,
        list_filter(regexp_split_to_array(regexp_replace(lower(strip_accents(regexp_replace(coalesce(full_name, ''),
            '[(\\[].*', ''))), '[^a-z0-9]+', ' ', 'g'), ' '), lambda w: w <> '' AND NOT list_contains({listed(TITLES)}, w)) AS words,
        list_filter(list_transform(regexp_split_to_array(coalesce(phone, ''), '[;,/|]'),
            lambda p: right(regexp_replace(p, '[^0-9]', '', 'g'), 8)), lambda p: length(p) >= 7) AS phones,
        list_filter(list_transform(regexp_split_to_array(lower(coalesce(email, '')), '[;,| ]+'), lambda m: trim(m)),
            lambda m: contains(m, '@') AND NOT list_contains({listed(ROLES)}, regexp_extract(m, '^[a-z]+'))) AS mails,
        nullif(lower(trim(regexp_replace(coalesce(company, ''),
            '(?i)[ ,.]*(pvt|private|ltd|limited|llc|llp|inc|fze|fzco|dmcc)[ .]*', ' ', 'g'))), '') AS company,
        nullif(regexp_replace(lower(coalesce(address, '')), '[^a-z0-9]+', ' ', 'g'), '') AS address,
        regexp_replace(lower(coalesce(city, '')), '[^a-z]', '', 'g') AS c,
        nullif(regexp_replace(lower(coalesce(postal_code, '')), '[^a-z0-9]', '', 'g'), '') AS postal_code,
        nullif(birth_date, '') AS born FROM raw""")
    for column in ("phones", "mails"):
        run(con, f"CREATE TABLE each_{column} AS SELECT DISTINCT unique_id, unnest({column}) AS v FROM parts")
        run(con, f"""CREATE TABLE own_{column} AS SELECT unique_id, list(v) AS {column} FROM each_{column} ANTI JOIN
            (SELECT v FROM each_{column} GROUP BY v HAVING count(*) > {SHARED}) many USING (v) GROUP BY unique_id""")
    run(con, f"""CREATE TABLE people AS SELECT unique_id,
        list_filter(words, lambda w: length(w) > 1)[1] AS given,
        CASE WHEN len(list_filter(words, lambda w: length(w) > 1)) > 1 THEN list_filter(words, lambda w: length(w) > 1)[-1] END AS family,
        nullif(array_to_string(list_sort(words), ' '), '') AS sorted_name,
        own_phones.phones, own_mails.mails, company, address, {city} AS city, postal_code, born FROM parts
        LEFT JOIN own_phones USING (unique_id) LEFT JOIN own_mails USING (unique_id)""")


def settings(columns, rows):
    """Blocking rules, comparisons, rules to train by, rules that tell one person nearly always and their recall."""
    rare = lambda comparison: comparison.configure(term_frequency_adjustments=True)
    if "sorted_name" in columns:
        rules = ["sorted_name:city", "given:family" + (":city" if rows > 200_000 else ""), "given:born", "family:born"]
        blocking = [block_on("phones", arrays_to_explode=["phones"]), block_on("mails", arrays_to_explode=["mails"])]
        blocking += [block_on(*rule.split(":")) for rule in rules]
        blocking += [block_on("substr(given, 1, 3)", "substr(family, 1, 3)", "company"),
                     block_on("substr(given, 1, 3)", "postal_code", "address")]
        comparisons = [rare(cl.JaroWinklerAtThresholds("given", [0.92, 0.8])),
                       rare(cl.JaroWinklerAtThresholds("family", [0.92, 0.8])),
                       cl.ArrayIntersectAtSizes("phones", [1]), cl.ArrayIntersectAtSizes("mails", [1]),
                       cl.LevenshteinAtThresholds("born", [1, 2]), rare(cl.ExactMatch("company")),
                       cl.JaroWinklerAtThresholds("address", [0.95, 0.8]), rare(cl.ExactMatch("postal_code")),
                       rare(cl.ExactMatch("city"))]
        training = [block_on(*rules[1].split(":")), block_on("given", "born"), block_on("family", "postal_code")]
        return blocking, comparisons, training, [block_on("given", "family", "city")], 0.6
    if "soc_sec_id" in columns:
        blocking = [block_on(name) for name in ("soc_sec_id", "given_name", "surname", "date_of_birth", "postcode")]
        comparisons = [cl.NameComparison("given_name"), cl.NameComparison("surname"),
                       cl.DateOfBirthComparison("date_of_birth", input_is_string=True, datetime_format="%Y%m%d"),
                       cl.DamerauLevenshteinAtThresholds("soc_sec_id", [2]), rare(cl.ExactMatch("street_number")),
                       rare(cl.DamerauLevenshteinAtThresholds("postcode", [1, 2]))]
        sure = [block_on("soc_sec_id"), block_on("given_name", "surname", "date_of_birth"),
                "l.given_name = r.surname AND l.surname = r.given_name AND l.date_of_birth = r.date_of_birth"]
        return blocking, comparisons, [block_on("date_of_birth"), block_on("postcode")], sure, 0.9
    blocking = [block_on("first_name", "city"), block_on("surname"), block_on("dob"), block_on("email")]
    comparisons = [cl.NameComparison("first_name"), cl.NameComparison("surname"),
                   cl.DateOfBirthComparison("dob", input_is_string=True), rare(cl.ExactMatch("city")), cl.EmailComparison("email")]
    sure = [block_on("first_name", "surname"), block_on("email")]
    return blocking, comparisons, [block_on("first_name", "surname"), block_on("dob")], sure, 0.7


def main(file):
    began, cpu = time.perf_counter(), time.process_time()
    con = duckdb.connect()
    run(con, "SET threads TO 2")
    run(con, "CREATE TABLE raw AS SELECT row_number() OVER () AS unique_id, * FROM read_csv(?, all_varchar = true, header = true)", [file])
    header = [row[0] for row in run(con, "DESCRIBE raw") if row[0] != "unique_id"]
    cleaned(con, header)
    columns = [row[0] for row in run(con, "DESCRIBE people")]
    rows = run(con, "SELECT count(*) FROM people")[0][0]
    blocking, comparisons, training, sure, recall = settings(columns, rows)
    api = DuckDBAPI(connection=con)
    chosen = SettingsCreator(link_type="dedupe_only", unique_id_column_name="unique_id", comparisons=comparisons,
                             blocking_rules_to_generate_predictions=blocking)
    linker = Linker(api.register("people"), chosen)
    linker.training.estimate_probability_two_random_records_match(sure, recall=recall)
    linker.training.estimate_u_using_random_sampling(max_pairs=1e7 if rows > 10_000 else 1e6)
    for rule in training:
        linker.training.estimate_parameters_using_expectation_maximisation(rule)
    pairs = linker.inference.predict(threshold_match_weight=-10)
    clusters = linker.clustering.cluster_pairwise_predictions_at_threshold(pairs, threshold_match_probability=0.95)
    wall, cpu = time.perf_counter() - began, time.process_time() - cpu
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024

    run(con, "CREATE TABLE truth AS SELECT unique_id, cluster FROM raw")
    true_pairs = run(con, "SELECT sum(n * (n - 1) / 2) FROM (SELECT count(*) AS n FROM truth GROUP BY cluster)")[0][0]
    steps = run(con, f"""SELECT round(match_weight, 1) AS w, count(*) AS n, sum((a.cluster = b.cluster)::INT) AS same
        FROM {pairs.physical_name} s JOIN truth a ON a.unique_id = s.unique_id_l JOIN truth b ON b.unique_id = s.unique_id_r
        GROUP BY w ORDER BY w DESC""")
    best = taken = right = 0
    for _, n, same in steps:
        taken, right = taken + n, right + same
        best = max(best, 2 * right / (taken + true_pairs))
    b_cubed = run(con, f"""WITH c AS (SELECT cluster_id, cluster, count(*) AS n FROM {clusters.physical_name}
            JOIN truth USING (unique_id) GROUP BY ALL),
        g AS (SELECT cluster_id, sum(n) AS gn FROM c GROUP BY ALL), t AS (SELECT cluster, sum(n) AS tn FROM c GROUP BY ALL)
        SELECT sum(n * n / gn) / sum(n), sum(n * n / tn) / sum(n) FROM c JOIN g USING (cluster_id) JOIN t USING (cluster)""")[0]
    p, r = map(float, b_cubed)
    print(json.dumps({"seconds": round(wall, 2), "cpu_seconds": round(cpu, 2), "peak_mb": round(peak), "pairs": taken,
                      "best_f1": round(float(best), 4), "b_cubed_f1": round(2 * p * r / (p + r), 4)}))


if __name__ == "__main__":
    main(sys.argv[1])
