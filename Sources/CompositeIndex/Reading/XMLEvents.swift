import CXML2

/// XML told element by element, by libxml2's SAX2 interface. No document type declaration is accepted, so there are no
/// entities to expand and no files to fetch. The first fault ends the reading.
///
/// The parser gets the whole part at once: fed in pieces it would look through everything that is still open for each.
/// Thread rule: a parser belongs to the call that made it; libxml2's own tables are set up once.
final class XMLEvents {
    struct Fault: Error {
        var isDoctype = false
        var line: Int
        var said: String
    }

    /// Called with the local name and the attributes by local name; prefixes differ from programme to programme.
    var onBegin: (String, [String: String]) -> Void = { _, _ in }
    var onText: (String) -> Void = { _ in }
    var onEnd: (String) -> Void = { _ in }

    private var parser: xmlParserCtxtPtr?
    private var fault: Fault?
    private var depth = 0
    private static let mostDepth = 100

    private static let isReady: Bool = {
        xmlInitParser()
        return true
    }()

    func read(_ bytes: [UInt8]) throws(Fault) {
        guard XMLEvents.isReady, !bytes.isEmpty, bytes.count < Int(Int32.max) else { throw Fault(line: 0, said: "it is empty") }
        bytes.withUnsafeBytes { raw in
            guard let parser = xmlCreateMemoryParserCtxt(raw.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(raw.count))
            else { return }
            defer {
                xmlFreeDoc(parser.pointee.myDoc)
                xmlFreeParserCtxt(parser)
            }
            // Predefined entities come as the characters that they are; there are no others without a declaration.
            xmlCtxtUseOptions(parser, Int32(XML_PARSE_NONET.rawValue | XML_PARSE_NOENT.rawValue))
            self.parser = parser
            parser.pointee.sax.pointee = XMLEvents.handler
            parser.pointee.userData = Unmanaged.passUnretained(self).toOpaque()
            withExtendedLifetime(self) { _ = xmlParseDocument(parser) }
            self.parser = nil
        }
        if let fault { throw fault }
    }

    /// Ends the reading; nothing more is told.
    func stop() { if let parser { xmlStopParser(parser) } }

    private func refuse(_ found: Fault) {
        if fault == nil { fault = found }
        stop()
    }

    private var line: Int { parser?.pointee.input.map { Int($0.pointee.line) } ?? 0 }

    private static var handler: xmlSAXHandler {
        var handler = xmlSAXHandler()
        // XML_SAX2_MAGIC: the interface with namespaces and structured errors.
        handler.initialized = 0xDEED_BEAF
        handler.internalSubset = { context, _, _, _ in
            let events = XMLEvents.of(context)
            events?.refuse(Fault(isDoctype: true, line: events?.line ?? 0, said: "it has a document type declaration"))
        }
        handler.startElementNs = { context, name, _, _, _, _, count, _, attributes in
            guard let events = XMLEvents.of(context), events.fault == nil else { return }
            events.depth += 1
            guard events.depth <= XMLEvents.mostDepth else {
                return events.refuse(Fault(line: events.line, said: "its elements are nested too deeply"))
            }
            events.onBegin(XMLEvents.text(name), XMLEvents.pairs(attributes, Int(count)))
        }
        handler.endElementNs = { context, name, _, _ in
            guard let events = XMLEvents.of(context), events.fault == nil else { return }
            events.depth -= 1
            events.onEnd(XMLEvents.text(name))
        }
        let characters: charactersSAXFunc = { context, bytes, count in
            guard let bytes, let events = XMLEvents.of(context), events.fault == nil else { return }
            events.onText(String(decoding: UnsafeBufferPointer(start: bytes, count: Int(count)), as: UTF8.self))
        }
        handler.characters = characters
        handler.ignorableWhitespace = characters
        handler.cdataBlock = characters
        handler.serror = { context, error in
            guard let events = XMLEvents.of(context), let error, error.pointee.level.rawValue >= XML_ERR_ERROR.rawValue else {
                return
            }
            let said = error.pointee.message.map { String(cString: $0) } ?? "?"
            events.refuse(Fault(line: Int(error.pointee.line), said: String(said.split(separator: "\n").first ?? "?")))
        }
        return handler
    }

    private static func of(_ context: UnsafeMutableRawPointer?) -> XMLEvents? {
        context.map { Unmanaged<XMLEvents>.fromOpaque($0).takeUnretainedValue() }
    }

    private static func text(_ bytes: UnsafePointer<xmlChar>?) -> String { bytes.map { String(cString: $0) } ?? "" }

    /// SAX2 gives five pointers an attribute: name, prefix, namespace, and where its value begins and ends.
    private static func pairs(_ pointers: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, _ count: Int) -> [String: String] {
        guard let pointers else { return [:] }
        var pairs: [String: String] = [:]
        for index in 0..<count {
            guard let begin = pointers[index * 5 + 3], let end = pointers[index * 5 + 4] else { continue }
            let value = UnsafeBufferPointer(start: begin, count: end - begin)
            pairs[text(pointers[index * 5])] = String(decoding: value, as: UTF8.self)
        }
        return pairs
    }
}
