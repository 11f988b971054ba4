/// SQL lives in …Store and …Schema files, in the portable subset that both engines read alike.
enum SQLRules {
    private static let free: Set<String> = ["Store", "SQLiteStore", "PostgresStore", "TestKit"]
    private static let statement = Pattern(
        #"\bSELECT\b[\s\S]+\bFROM\b|\bINSERT\s+INTO\b|\bUPDATE\s+\S+\s+SET\b|\bDELETE\s+FROM\b|\b(CREATE|DROP|ALTER)\s+(TABLE|INDEX|VIEW)\b"#
    )

    /// What one of the engines lacks or reads otherwise. Keywords are matched as the house writes them, in capitals.
    private static let unportable: [(name: String, pattern: Pattern)] = [
        ("AUTOINCREMENT", Pattern(#"\bAUTOINCREMENT\b"#, ignoringCase: true)),
        ("SERIAL", Pattern(#"\b(BIG|SMALL)?SERIAL\b"#)),
        ("ENUM", Pattern(#"\bENUM\b"#)),
        ("ARRAY[", Pattern(#"\bARRAY\s*\["#, ignoringCase: true)),
        ("LIKE", Pattern(#"\b(I?LIKE|GLOB|SIMILAR TO)\b"#)),
        ("dates in SQL", Pattern(#"\b(datetime|strftime|julianday|now|unixepoch|date_trunc|to_char)\s*\("#, ignoringCase: true)),
        ("CURRENT_TIMESTAMP", Pattern(#"\bCURRENT_(TIMESTAMP|DATE|TIME)\b"#, ignoringCase: true)),
        ("INTERVAL", Pattern(#"\bINTERVAL\s"#)),
        ("JSON in SQL", Pattern(#"\bjsonb?_\w+\s*\(|->>?"#, ignoringCase: true)),
        ("INSERT OR", Pattern(#"\bINSERT\s+OR\b|\bREPLACE\s+INTO\b"#)),
        ("IFNULL", Pattern(#"\bIFNULL\s*\("#, ignoringCase: true)),
        ("rowid", Pattern(#"\browid\b"#, ignoringCase: true)),
    ]

    static func mayHoldSQL(_ file: SwiftFile) -> Bool { file.name.hasSuffix("Store") || file.name.hasSuffix("Schema") }

    static func placeViolations(in file: SwiftFile) -> [Violation] {
        guard file.path.hasPrefix("Sources/"), !free.contains(file.target), !mayHoldSQL(file) else { return [] }
        guard ShortLists.sqlElsewhere[file.path] == nil else { return [] }
        return file.reading.literals.filter { statement.occurs(in: $0.text) }.map {
            Violation(file.path, $0.line, "SQL belongs into a …Store or …Schema file")
        }
    }

    static func subsetViolations(in file: SwiftFile) -> [Violation] {
        guard file.path.hasPrefix("Sources/"), !free.contains(file.target), mayHoldSQL(file) else { return [] }
        return file.reading.literals.flatMap { literal in
            unportable.flatMap { name, pattern in
                pattern.matches(in: literal.text).map { match in
                    let below = literal.text[..<match.range.lowerBound].count(where: { $0 == "\n" })
                    return Violation(file.path, literal.line + below, "\(name) is not in the portable subset (Store/SQL.swift)")
                }
            }
        }
    }
}
