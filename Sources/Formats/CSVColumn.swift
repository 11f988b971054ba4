import Base

/// What a column of a table of sessions is, told by its heading in the languages that tables come in.
package enum CSVColumn: String, CaseIterable, Sendable, Hashable {
    case id, guid, title, subtitle, abstract, description, date, start, end, duration, room, track, type, language, persons,
        affiliation, url, day

    package init?(heading: String) {
        let key = String(
            singleLine(heading).lowercased().unicodeScalars.filter { scalar in
                scalar.properties.isAlphabetic || scalar.properties.numericType != nil
            })
        guard let found = CSVColumn.headings[key] else { return nil }
        self = found
    }

    private static let headings: [String: CSVColumn] = {
        var found: [String: CSVColumn] = [:]
        for (column, names) in synonyms {
            for name in names.split(separator: " ") { found[String(name)] = column }
        }
        return found
    }()

    private static let synonyms: [(CSVColumn, String)] = [
        (.id, "id code number nr no uid sessionid talkid submissionid número numéro номер 编号 رقم identifier"),
        (.guid, "guid uuid"),
        (.title, "title name session talk titel titre título titulo 标题 名称 题目 العنوان название заголовок subject summary"),
        (.subtitle, "subtitle untertitel subtítulo subtitulo soustitre 副标题 подзаголовок"),
        (.abstract, "abstract summarytext zusammenfassung resumen résumé resume resumo 摘要 ملخص аннотация"),
        (.description, "description beschreibung descripción descripcion descrição descricao 描述 说明 الوصف описание details"),
        (.date, "date datum fecha data 日期 التاريخ дата startdate"),
        (
            .start,
            "start starttime begin beginn time from inicio début debut início 开始 开始时间 البداية начало starts startsat hora heure zeit"
        ),
        (.end, "end endtime ende until to fin fim 结束 结束时间 النهاية конец окончание ends endsat finish"),
        (
            .duration,
            "duration length minutes dauer duración duracion durée duree duração duracao 时长 المدة длительность durationminutes"
        ),
        (.room, "room location raum saal ort sala salle lugar place venue 房间 会议室 地点 القاعة зал место hall stage"),
        (.track, "track stream thema tema thème theme 主题 分会场 المسار трек секция topic category"),
        (.type, "type kind format art tipo genre 类型 النوع тип sessiontype"),
        (.language, "language lang sprache idioma langue língua lingua 语言 اللغة язык"),
        (
            .persons,
            "speaker speakers person persons presenter presenters referent referenten ponente ponentes orador oradores intervenant intervenants 演讲者 讲者 嘉宾 المتحدث المتحدثون докладчик докладчики author authors"
        ),
        (
            .affiliation,
            "affiliation organisation organization institution einrichtung afiliación institución établissement 单位 الجهة организация company"
        ),
        (.url, "url link website fileurl"),
        (.day, "day tag día dia jour 天 اليوم день daynumber"),
    ]
}
