/// Long passwords that are tried first: 333 of our own collecting (words, seasons, clubs, keyboards, languages of the house),
/// and whole families that a rule tells: runs, repetitions, rows of a keyboard.
enum CommonPasswords {
    /// Whether a password in lower case is one of them, blanks and what stands at its end aside.
    static func hold(_ folded: String) -> Bool {
        let packed = folded.filter { !$0.isWhitespace }
        var bare = packed
        while let last = bare.last, !last.isLetter { bare.removeLast() }
        return all.contains(packed) || stems.contains(bare) || isMonotonous(packed)
    }

    /// Fewer than five different characters, one short unit again and again, or a run along the digits, the alphabet or a
    /// keyboard, forwards or backwards.
    private static func isMonotonous(_ text: String) -> Bool {
        let characters = Array(text)
        if Set(characters).count < 5 { return true }
        for unit in 1...max(1, min(6, characters.count / 2)) where isRepeated(characters, unit) { return true }
        return runs.contains { $0.contains(text) || String($0.reversed()).contains(text) }
    }

    private static func isRepeated(_ characters: [Character], _ unit: Int) -> Bool {
        characters.indices.dropFirst(unit).allSatisfy { characters[$0] == characters[$0 - unit] }
    }

    private static let runs = [
        "01234567890123456789012345678901234567890123456789", "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz",
        "qwertyuiopasdfghjklzxcvbnm", "qwertzuiopasdfghjklyxcvbnm", "azertyuiopqsdfghjklmwxcvbn",
        "1234567890qwertyuiopasdfghjklzxcvbnm", "1234567890-=qwertyuiop[]", "йцукенгшщзхъфывапролджэячсмитьбю",
    ]

    /// With anything but letters behind them they are no better.
    private static let stems: Set<String> = [
        "password", "passwordpassword", "mypassword", "passwort", "motdepasse", "contraseña", "contrasena", "senha", "пароль",
        "welcome", "letmein", "changeme", "secret", "iloveyou", "administrator", "admin", "qwerty", "qwertyuiop", "azerty",
        "azertyuiop", "qwertz", "test", "testing", "plenaria", "conference", "university", "summer", "winter", "spring",
        "autumn", "football", "sunshine", "princess", "superman", "student", "teacher",
    ]

    private static let all = Set(
        """
        !@#$%^&*()_+ !qaz2wsx3edc 000000000001 102030405060 112233445566 11223344556677 121212121212 123123123abc
        123321123321 123456654321 1234567890ab 1234567890abc 123456789abc 123456789abcd 123456789qwe 12345678abcd
        123456abcdef 123qweasdzxc 131313131313 147258369000 147258369147 159357159357 1q2w3e4r5t6y 1q2w3e4r5t6y7u
        1q2w3e4r5t6y7u8i 1qaz2wsx3edc 1qaz2wsx3edc4rfv 202020202020 271828182845 314159265358 3141592653589 741852963741
        987654321abc a1b2c3d4e5f6 aaaa11112222 abc123456789 abcabc123123 abcd12345678 abcdef123456 abcdefg12345
        admin1234567 admin12345678 admin123admin adminadmin12 adminadminadmin administrator administrator1
        administrator123 adminpassword alhamdulillah arsenal12345 asdf12345678 asdfasdfasdf asdfghjkl123 asdfghjkl1234
        autumn2025!! azerty123456 azertyuiop12 azertyuiop123 barcelona123 baseball1234 basketball12 basketball123
        batman123456 bayernmunich beautiful123 beautiful1234 bismillah123 bocajuniors1 butterfly123 changeme1234
        changeme12345 changemenow1 changemeplease changethis12 chelsea12345 chocolate123 chocolate1234 computer1234
        computer12345 conference12 conference123 conference2024 conference2025 conference2026 contrasena12 contrasena123
        contrasena1234 contraseña12 contraseña123 corinthians1 correcthorsebatterystaple december2025 default12345
        defaultpassword demo12345678 demodemodemo dragonball12 dragonballz1 education123 education1234 elearning123
        example12345 facebook1234 facebook12345 february2025 flamengo1234 football1234 football12345 forever12345
        foreverandever forgotpassword freedom12345 godisgood123 godislove123 goodmorning1 goodmorning12 goodmorning123
        goodnight123 google123456 guestguest12 happybirthday happybirthday1 happynewyear happynewyear1 harrypotter1
        harrypotter12 hellohello12 hellohellohello hellokitty12 helloworld12 helloworld123 helloworld1234 idontknow123
        idontremember iforgotmypassword ilovejesus123 ilovemyfamily ilovemymother ilovemyself1 iloveyou1234
        iloveyou12345 iloveyou2024 iloveyou2025 iloveyoubaby iloveyouforever iloveyouiloveyou iloveyousomuch
        imthebestever initial12345 inshallah123 instagram123 internet1234 internet12345 january2025! jesuschrist1
        jesusislord1 jesuslovesme juventus1234 learning1234 letmein12345 letmein123456 letmeinletmein letmeinplease
        liverpool123 liverpoolfc1 loveyouforever manager12345 manchester12 manchester123 mashallah123
        maytheforcebewithyou merrychristmas michaeljackson michaeljordan microsoft123 microsoft1234 minecraft123
        minecraft1234 minhasenha12 minhasenha123 monday123456 mooc12345678 moocmoocmooc motdepasse12 motdepasse123
        motdepasse1234 mustang12345 mypassword123 mypassword1234 mysecret1234 myvoiceismypassport nevermind123
        newpassword1 newpassword123 nopasswordneeded nothing12345 november2025 october2025! onceuponatime onlinelearning
        opensesame12 opensesame123 operator1234 organiser123 organizer123 p@ssw0rd1234 p@ssw0rd12345 p@ssword1234
        parol1234567 passw0rd1234 password!234 password#123 password1234 password12345 password123456 password2024!
        password2025! password2026! password@123 password@1234 passwordispassword passwordpassword passwort1234
        passwort12345 pleasechangeme plenaria1234 plenaria2025 plenaria2026 plenariaplenaria pokemon12345 pokemon123456
        princess1234 princess12345 professor123 q1w2e3r4t5y6 qazwsxedc123 qazwsxedcrfv qweasdzxc123 qweasdzxcqweasdzxc
        qwerty!@#$%^ qwerty123456 qwerty1234567 qwerty12345678 qwertyqwerty qwertyuiop12 qwertyuiop123 qwertyuiop1234
        qwertz123456 realmadrid12 realmadrid123 riverplate12 rootpassword rootroot1234 sample123456 samsung12345
        secret123456 secret1234567 secretariat1 secretariat12 secretsecret senha1234567 september2025 spiderman123
        spiderman1234 spring2025!! starwars1234 starwars12345 strawberry12 strawberry123 student12345 student123456
        summer2024!! summer2025!! sunshine1234 sunshine12345 superadmin12 superadmin123 superman1234 superman12345
        superuser123 sysadmin1234 teacher12345 temporary123 temporary1234 temppassword test12345678 testing12345
        testing123456 testpassword testtesttest thepassword1 thequickbrownfox thequickbrownfoxjumps thisisapassword
        thisismypassword tobeornottobe tobeornottobethatisthequestion topsecret123 topsecret1234 trustno1trustno1
        trustnooneever university12 university123 university1234 user12345678 username1234 useruser1234 welcome12345
        welcome123456 welcome2024! welcome2025! welcome2026! welcome@1234 welcomehome1 welcomewelcome whatever1234
        whateverwhatever windows12345 winter2024!! winter2025!! zaq12wsxcde3 zaq1zaq1zaq1 zxcvbnm12345 zxcvbnmasdfghjkl
        йцукен123456 йцукенгшщзхъ мойпароль123 пароль123456 пароль1234567 كلمةالسر1234 كلمةالمرور12 密码1234567890
        """.split(whereSeparator: \.isWhitespace).map(String.init))
}
