/// One of several in JSON: its name alone (`"mean"`), or an object of its name and what belongs to it
/// (`{"groupMean": "region"}`). What the compiler would write (`{"groupMean": {"_0": "region"}}`) is no format to publish.
struct Choice {
    struct Name: CodingKey {
        var stringValue: String
        var intValue: Int? { nil }
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    let name: String
    private let container: KeyedDecodingContainer<Name>?
    private let path: [any CodingKey]

    init(from decoder: any Decoder) throws {
        path = decoder.codingPath
        if let name = try? decoder.singleValueContainer().decode(String.self) {
            (self.name, container) = (name, nil)
            return
        }
        let container = try decoder.container(keyedBy: Name.self)
        guard container.allKeys.count == 1, let key = container.allKeys.first else {
            let found = container.allKeys.map(\.stringValue).sorted().joined(separator: ", ")
            throw DecodingError.dataCorrupted(
                DecodingError.Context(
                    codingPath: path, debugDescription: "expected one choice, found \(found.isEmpty ? "none" : found)"))
        }
        (name, self.container) = (key.stringValue, container)
    }

    /// What belongs to the name.
    func value<Value: Decodable>(_ type: Value.Type = Value.self) throws -> Value {
        guard let container else {
            throw DecodingError.dataCorrupted(
                DecodingError.Context(codingPath: path, debugDescription: "“\(name)” needs a value: {\"\(name)\": ...}"))
        }
        return try container.decode(type, forKey: Name(stringValue: name))
    }

    var isBare: Bool { container == nil }

    func unknown(_ known: [String]) -> DecodingError {
        DecodingError.dataCorrupted(
            DecodingError.Context(
                codingPath: path, debugDescription: "“\(name)” is none of \(known.joined(separator: ", "))"))
    }

    static func encode(_ name: String, to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(name)
    }

    static func encode(_ name: String, _ value: some Encodable, to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Name.self)
        try container.encode(value, forKey: Name(stringValue: name))
    }
}
