"""A text in, the names in it that a program could take for the address of a computer out.

The last part of a domain name is a list, not a pattern: a space that was forgotten after a full stop makes no address.
"""

from __future__ import annotations

import re

# All two-letter endings of the IANA root zone, and the longer ones that are sold to everybody.
_COUNTRIES = (
    "ac ad ae af ag ai al am ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj bm bn bo br bs bt bw by bz "
    "ca cc cd cf cg ch ci ck cl cm cn co cr cu cv cw cx cy cz de dj dk dm do dz ec ee eg er es et eu fi fj fk "
    "fm fo fr ga gb gd ge gf gg gh gi gl gm gn gp gq gr gs gt gu gw gy hk hm hn hr ht hu id ie il im in io iq "
    "ir is it je jm jo jp ke kg kh ki km kn kp kr kw ky kz la lb lc li lk lr ls lt lu lv ly ma mc md me mg mh "
    "mk ml mm mn mo mp mq mr ms mt mu mv mw mx my mz na nc ne nf ng ni nl no np nr nu nz om pa pe pf pg ph pk "
    "pl pm pn pr ps pt pw py qa re ro rs ru rw sa sb sc sd se sg sh si sj sk sl sm sn so sr ss st su sv sx sy "
    "sz tc td tf tg th tj tk tl tm tn to tr tt tv tw tz ua ug uk us uy uz va vc ve vg vi vn vu wf ws ye yt za "
    "zm zw"
)
_GENERIC = (
    "com org net edu gov mil int info biz name pro aero coop museum jobs mobi tel travel cat asia post xxx "
    "app dev web xyz top site online website space tech store shop click link live life world today news blog "
    "club fun host press icu cyou buzz monster quest rest bond sbs lol cfd win vip work gdn loan men date "
    "download racing review stream science party trade bid faith accountant cricket webcam ninja guru expert "
    "center company agency services solutions support systems network group global email chat social media "
    "video zone plus one red blue green black pink best care clinic dental dentist diet doctor fit fitness "
    "health healthcare hospital medical med pharmacy physio rehab surgery vet yoga academy foundation "
    "institute ngo ong page wiki cloud codes computer digital domains software tools cash credit finance fund "
    "insure loans money bank capital market markets deals discount gift gratis sale buy cheap casino bet "
    "poker porn sex adult dating kim lat moe onl ooo page pub rip rocks run sucks tips uno wtf zip mov onion "
    "local internal example test invalid localhost arpa"
)
_OWN_SCRIPTS = (
    "рф рус укр бел бг срб мкд мон қаз ею дети москва онлайн сайт "
    "орг ком 中国 中國 中文网 公司 网络 在线 网站 网址 手机 信息 健康 机构 组织机构 商城 商店 香港 "
    "台湾 台灣 澳門 澳门 新加坡 한국 닷컴 닷넷 みんな コム भारत भारतम् संगठन नेट कॉम "
    "ভারত বাংলা ভাৰত ভাৰত இந்தியா இலங்கை சிங்கப்பூர் ไทย คอม ලංකා "
    "հայ გე ελ ευ ישראל קום مصر السعودية امارات ایران عمان قطر "
    "فلسطين سوريا سورية تونس المغرب الجزائر الاردن العراق عراق "
    "پاکستان بھارت سودان موريتانيا موقع شبكة كوم بازار"
)
_LATIN = "|".join(sorted({*_COUNTRIES.split(), *_GENERIC.split(), r"xn--[a-z0-9-]{2,59}"}, key=len, reverse=True))
_OTHER = "|".join(sorted(map(re.escape, _OWN_SCRIPTS.split()), key=len, reverse=True))
_LETTERS = "A-Za-z0-9\u00c0-\u024f\u1e00-\u1eff"  # before and behind Chinese ones, an address may stand
_LABEL = r"[^\W_](?:[\w-]{0,61}[^\W_])?"

# Small letters or capitals throughout: "dolor.Es" is a forgotten space. The first part has three letters and more:
# p.ej. and z.B. are abbreviations.
DOMAIN = re.compile(
    rf"""
    (?<![{_LETTERS}@./-])[A-Za-z0-9-]{{3,63}}(?:\.[A-Za-z0-9-]{{1,63}}){{0,4}}\.(?:{_LATIN}|{_LATIN.upper()})
        (?![{_LETTERS}-]|\.[A-Za-z0-9])
    | (?<![\w@./-])(?=\w{{3}}){_LABEL}(?:\.{_LABEL}){{0,4}}\.(?:{_OTHER}|{_LATIN})(?![\w-]|\.\w)
    | (?<![\w@./-]){_LABEL}(?:\.{_LABEL}){{0,4}}\.(?:{_OTHER})(?![\w-])
    """,
    re.VERBOSE,
)
