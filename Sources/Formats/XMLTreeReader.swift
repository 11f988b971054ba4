import Base
import CXML2

/// Foreign XML into a tree, by libxml2's parser, told of by its SAX2 interface. Not by its pull reader, which feeds itself
/// in pieces and looks through everything that is still open for each of them: a long comment would take minutes.
///
/// Thread rule: a parser belongs to the call that made it; nothing is shared but libxml2's own tables, which are set up
/// once. No document type declaration is accepted, so there are no entities to expand and no files to fetch.
package enum XMLTreeReader {
    private static let isReady: Bool = {
        xmlInitParser()
        return true
    }()

    package static func read(_ bytes: [UInt8]) throws(FormatRefusal) -> XMLNode {
        guard isReady, bytes.count <= FormatLimits.size else {
            throw FormatRefusal("tooLarge", ["limit": String(FormatLimits.size / 1_048_576)])
        }
        let narrow = try narrowed(bytes)
        let named = try XMLSurvey.check(narrow ?? bytes)
        // What calls itself UTF-16 and can be read byte by byte is not.
        return try parse(narrow ?? bytes, isUTF8: narrow != nil || named.hasPrefix("utf-16"))
    }

    /// UTF-16 as UTF-8, whose bytes can be looked at; nil for what is not UTF-16.
    private static func narrowed(_ bytes: [UInt8]) throws(FormatRefusal) -> [UInt8]? {
        let isMarked = bytes.starts(with: [0xff, 0xfe]) || bytes.starts(with: [0xfe, 0xff])
        if isMarked { return Array(try TextEncoding.decoded(bytes).utf8) }
        if bytes.starts(with: [0, 0x3c]) { return Array(try TextEncoding.decoded([0xfe, 0xff] + bytes).utf8) }
        if bytes.starts(with: [0x3c, 0]) { return Array(try TextEncoding.decoded([0xff, 0xfe] + bytes).utf8) }
        return nil
    }

    /// `isUTF8` overrides what the file itself says.
    private static func parse(_ bytes: [UInt8], isUTF8: Bool) throws(FormatRefusal) -> XMLNode {
        let growth = XMLGrowth()
        bytes.withUnsafeBytes { raw in
            guard let parser = xmlCreateMemoryParserCtxt(raw.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(raw.count))
            else { return }
            defer {
                xmlFreeDoc(parser.pointee.myDoc)
                xmlFreeParserCtxt(parser)
            }
            // Predefined entities come as the characters that they are; there are no others without a declaration.
            let options = XML_PARSE_NONET.rawValue | XML_PARSE_NOENT.rawValue
            xmlCtxtUseOptions(parser, Int32(options) | (isUTF8 ? Int32(XML_PARSE_IGNORE_ENC.rawValue) : 0))
            if isUTF8 { xmlSwitchEncoding(parser, XML_CHAR_ENCODING_UTF8) }
            growth.parser = parser
            parser.pointee.sax.pointee = XMLGrowth.handler
            parser.pointee.userData = Unmanaged.passUnretained(growth).toOpaque()
            withExtendedLifetime(growth) { _ = xmlParseDocument(parser) }
            growth.parser = nil
        }
        if let refusal = growth.refusal { throw refusal }
        guard let root = growth.root else { throw FormatRefusal("empty") }
        return root
    }
}
