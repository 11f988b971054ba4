/// The fields of an object in JSON. One that nobody knows is refused: a slip of the pen would change an index in silence.
struct Fields {
    private let container: KeyedDecodingContainer<Choice.Name>

    init(_ decoder: any Decoder, _ known: [String]) throws {
        container = try decoder.container(keyedBy: Choice.Name.self)
        for key in container.allKeys where !known.contains(key.stringValue) {
            throw DecodingError.dataCorrupted(
                DecodingError.Context(
                    codingPath: decoder.codingPath,
                    debugDescription: "“\(key.stringValue)” is none of the fields \(known.joined(separator: ", "))"))
        }
    }

    func take<Value: Decodable>(_ name: String, _ type: Value.Type) throws -> Value {
        try container.decode(type, forKey: Choice.Name(stringValue: name))
    }

    /// nil if it is left out, or null.
    func look<Value: Decodable>(_ name: String, _ type: Value.Type) throws -> Value? {
        try container.decodeIfPresent(type, forKey: Choice.Name(stringValue: name))
    }

    func has(_ name: String) -> Bool { container.contains(Choice.Name(stringValue: name)) }
}
